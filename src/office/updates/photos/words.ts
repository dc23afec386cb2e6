import { defineWords } from "../../../lib/words.ts";

export const words = defineWords({
  en: {
    heading: "Photos",
    full: "That is all {max} that there is room for. Remove one to add another.",
    lead: "Up to {max}, below the text. When a photo is added or removed, the text above is saved as well.",
    remove: "Remove the photo",
    about: "“{caption}”",
    photo: "Photo",
    file_hint: "PNG, JPEG or WebP of at most 8 MB. Place and camera are taken out of it.",
    caption: "What the photo shows",
    caption_hint: "The client reads it below the photo; who cannot see the photo hears it. Up to {max} characters.",
    add: "Add the photo",
    no_caption: "Say what the photo shows, and choose the file once more.",
    long_caption: "This is {length} characters long. Shorten it to {max}, and choose the file once more.",
    no_file: "Choose a file first, then add the photo.",
    choose_again: "Nothing is saved yet. Choose the file once more.",
    too_large: "That file is larger than 8 MB. Save the photo smaller and add it again.",
    too_many_pixels:
      "That photo has too many pixels. Save it with at most 8000 pixels in width and height and add it again.",
    too_intricate: "That photo takes too long to read. Save it smaller and add it again.",
    busy: "Many pictures are being uploaded at the moment. Choose the file once more in a minute.",
    invisible:
      "There is nothing to see in that picture: all of it is transparent. Save it with its layers shown and add it again.",
    not_a_picture: "That file cannot be read as a picture. Save it as PNG, JPEG or WebP and add it again.",
    no_room: "An update has room for {max} photos. Remove one first, then add this one again.",
    locked_published:
      "The client reads this update, so its photos stay as they are. Withdraw it first, and put it back to draft.",
    locked_withdrawn: "This update is withdrawn, so its photos stay as they are. Put it back to draft first.",
  },
  de: {
    heading: "Fotos",
    full: "Mehr als diese {max} haben keinen Platz. Entfernen Sie eines, um ein anderes hinzuzufügen.",
    lead: "Bis zu {max}, unter dem Text. Wird ein Foto hinzugefügt oder entfernt, wird der Text oben mitgespeichert.",
    remove: "Foto entfernen",
    about: "„{caption}“",
    photo: "Foto",
    file_hint: "PNG, JPEG oder WebP von höchstens 8 MB. Ort und Kamera werden daraus entfernt.",
    caption: "Was das Foto zeigt",
    caption_hint: "Der Kunde liest es unter dem Foto; wer das Foto nicht sehen kann, hört es. Bis zu {max} Zeichen.",
    add: "Foto hinzufügen",
    no_caption: "Schreiben Sie, was das Foto zeigt, und wählen Sie die Datei noch einmal.",
    long_caption: "Das sind {length} Zeichen. Kürzen Sie auf {max} und wählen Sie die Datei noch einmal.",
    no_file: "Wählen Sie zuerst eine Datei und fügen Sie dann das Foto hinzu.",
    choose_again: "Noch ist nichts gespeichert. Wählen Sie die Datei noch einmal.",
    too_large: "Diese Datei ist größer als 8 MB. Speichern Sie das Foto kleiner und fügen Sie es noch einmal hinzu.",
    too_many_pixels:
      "Dieses Foto hat zu viele Pixel. Speichern Sie es mit höchstens 8000 Pixeln in Breite und Höhe und fügen Sie es noch einmal hinzu.",
    too_intricate:
      "Das Lesen dieses Fotos dauert zu lange. Speichern Sie es kleiner und fügen Sie es noch einmal hinzu.",
    busy: "Im Moment werden viele Bilder hochgeladen. Wählen Sie die Datei in einer Minute noch einmal.",
    invisible:
      "Auf diesem Bild ist nichts zu sehen: Es ist ganz durchsichtig. Speichern Sie es mit eingeblendeten Ebenen und fügen Sie es noch einmal hinzu.",
    not_a_picture:
      "Diese Datei lässt sich nicht als Bild lesen. Speichern Sie sie als PNG, JPEG oder WebP und fügen Sie sie noch einmal hinzu.",
    no_room:
      "Eine Neuigkeit hat Platz für {max} Fotos. Entfernen Sie zuerst eines und fügen Sie dieses dann noch einmal hinzu.",
    locked_published:
      "Der Kunde liest diese Neuigkeit, deshalb bleiben ihre Fotos, wie sie sind. Ziehen Sie sie zuerst zurück und machen Sie sie wieder zum Entwurf.",
    locked_withdrawn:
      "Diese Neuigkeit ist zurückgezogen, deshalb bleiben ihre Fotos, wie sie sind. Machen Sie sie zuerst wieder zum Entwurf.",
  },
  es: {
    heading: "Fotos",
    full: "No hay sitio para más de estas {max}. Quite una para añadir otra.",
    lead: "Hasta {max}, debajo del texto. Al añadir o quitar una foto, también se guarda el texto de arriba.",
    remove: "Quitar la foto",
    about: "«{caption}»",
    photo: "Foto",
    file_hint: "PNG, JPEG o WebP de 8 MB como máximo. Se le quitan el lugar y la cámara.",
    caption: "Qué muestra la foto",
    caption_hint: "El cliente lo lee debajo de la foto; quien no puede verla lo oye. Hasta {max} caracteres.",
    add: "Añadir la foto",
    no_caption: "Diga qué muestra la foto y elija el archivo otra vez.",
    long_caption: "Tiene {length} caracteres. Redúzcalo a {max} y elija el archivo otra vez.",
    no_file: "Elija primero un archivo y luego añada la foto.",
    choose_again: "Todavía no se ha guardado nada. Elija el archivo otra vez.",
    too_large: "Ese archivo pesa más de 8 MB. Guarde la foto más pequeña y añádala de nuevo.",
    too_many_pixels:
      "Esa foto tiene demasiados píxeles. Guárdela con 8000 píxeles de ancho y de alto como máximo y añádala de nuevo.",
    too_intricate: "Esa foto tarda demasiado en leerse. Guárdela más pequeña y añádala de nuevo.",
    busy: "En este momento se están subiendo muchas imágenes. Elija el archivo otra vez dentro de un minuto.",
    invisible: "En esa imagen no se ve nada: es toda transparente. Guárdela con sus capas visibles y añádala de nuevo.",
    not_a_picture: "Ese archivo no se puede leer como imagen. Guárdelo como PNG, JPEG o WebP y añádalo de nuevo.",
    no_room: "Una novedad tiene sitio para {max} fotos. Quite una primero y luego añada esta de nuevo.",
    locked_published:
      "El cliente lee esta novedad, así que sus fotos se quedan como están. Retírela primero y vuelva a ponerla en borrador.",
    locked_withdrawn:
      "Esta novedad está retirada, así que sus fotos se quedan como están. Vuelva a ponerla en borrador primero.",
  },
});
