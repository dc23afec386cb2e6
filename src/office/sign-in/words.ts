import { defineWords } from "../../lib/words.ts";

/** What the sign-in says at the office's door, and to whoever is in no firm's team. */
export const officeDoorWords = defineWords({
  en: {
    heading: "Sign in to your firm’s office",
    lead: "Type your work email. You get a code by mail; there is no password. Clients use the portal address that their firm sent them.",
    open: "Open the office",
    other_email: "Use another email",
    no_team: "This email is in no firm’s team",
    no_team_text:
      "{email} is not in the team of a firm here. Ask an admin of your firm to add it. If you are a client, open the portal address that the firm sent you.",
    elsewhere: "Your projects have their own address",
    elsewhere_text:
      "This is the office of the firm’s own team, and {email} is a client’s email. Open your projects below and keep that address. You prove your email there once more.",
    open_projects: "Open your projects at {firm}",
  },
  de: {
    heading: "Im Büro Ihrer Firma anmelden",
    lead: "Geben Sie Ihre geschäftliche E-Mail-Adresse ein. Sie erhalten einen Code per E-Mail; ein Passwort gibt es nicht. Kunden verwenden die Portaladresse, die ihre Firma ihnen geschickt hat.",
    open: "Das Büro öffnen",
    other_email: "Andere E-Mail-Adresse verwenden",
    no_team: "Diese E-Mail-Adresse gehört zu keinem Team",
    no_team_text:
      "{email} gehört hier zu keinem Team einer Firma. Bitten Sie einen Admin Ihrer Firma, sie aufzunehmen. Wenn Sie Kunde sind, öffnen Sie die Portaladresse, die Ihnen die Firma geschickt hat.",
    elsewhere: "Ihre Projekte haben eine eigene Adresse",
    elsewhere_text:
      "Hier ist das Büro für das Team der Firma, und {email} gehört einem Kunden. Öffnen Sie unten Ihre Projekte und behalten Sie jene Adresse. Dort bestätigen Sie Ihre E-Mail-Adresse noch einmal.",
    open_projects: "Ihre Projekte bei {firm} öffnen",
  },
  es: {
    heading: "Iniciar sesión en la oficina de su firma",
    lead: "Escriba su correo del trabajo. Recibirá un código por correo; no hay contraseña. Los clientes usan la dirección del portal que les envió su firma.",
    open: "Abrir la oficina",
    other_email: "Usar otro correo",
    no_team: "Este correo no está en el equipo de ninguna firma",
    no_team_text:
      "{email} no está aquí en el equipo de ninguna firma. Pida a un administrador de su firma que lo añada. Si es cliente, abra la dirección del portal que le envió la firma.",
    elsewhere: "Sus proyectos tienen su propia dirección",
    elsewhere_text:
      "Esta es la oficina del equipo de la firma, y {email} es el correo de un cliente. Abra sus proyectos abajo y guarde esa dirección. Allí confirmará su correo una vez más.",
    open_projects: "Abrir sus proyectos en {firm}",
  },
});
