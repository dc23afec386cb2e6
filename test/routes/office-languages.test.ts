// Every page of the office speaks the language of the browser; a page that is added here is walked in all of them.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { formOf } from "../support/agree.ts";
import { referenceOf } from "../support/decisions.ts";
import { englishOn, otherLanguages } from "../support/english.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { contactsOf, startTwoFirms, type TwoFirms, writeSample } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const SETTINGS = "/settings/client-portals";
const DIAGNOSE = `${SETTINGS}/diagnose`;

/** A page that is opened, and its heading in the other languages. */
const pages: [path: string, de: string, es: string][] = [
  [SETTINGS, "3 Kundenunternehmen, 3 mit Portal", "3\u00a0empresas cliente, 3 con portal"],
  ["/settings/data-visibility", "Sichtbare Daten", "Datos visibles"],
  [
    "/settings/data-visibility/fee",
    "In allen Portalen das Honorar zeigen?",
    "¿Mostrar los honorarios en todos los portales?",
  ],
  [`${SETTINGS}/defaults`, "Vorgaben für Portale", "Valores predeterminados de los portales"],
  [`${SETTINGS}/templates/owner`, "Vorlage „Bauherr“", "Plantilla «Propietario»"],
  [`${SETTINGS}/watch`, "Noch ist niemand geprüft", "Todavía no se ha comprobado a nadie"],
  [`${SETTINGS}?q=xyz`, "3 Kundenunternehmen, 3 mit Portal", "3\u00a0empresas cliente, 3 con portal"],
  [DIAGNOSE, "Niemand braucht gerade Hilfe", "Nadie necesita ayuda ahora"],
  [`${DIAGNOSE}?q=jane`, "1\u00a0Person gefunden", "1\u00a0persona encontrada"],
  [`${DIAGNOSE}?q=PL-7K3M`, "0\u00a0Personen gefunden", "0\u00a0personas encontradas"],
  [
    `${DIAGNOSE}/references/PL-7K3M-9Q`,
    "Unter PL-7K3M-9Q ist nichts gespeichert",
    "No hay nada guardado con PL-7K3M-9Q",
  ],
  [`${DIAGNOSE}/approvals`, "0\u00a0freigegebene Adressen", "0\u00a0direcciones aprobadas"],
  ["/updates", "Neuigkeiten", "Novedades"],
  ["/updates?q=none", "Neuigkeiten", "Novedades"],
  ["/updates/new", "Neuigkeit schreiben", "Escribir una novedad"],
  [`${SETTINGS}/requests`, "Keine offenen Anfragen", "Ninguna solicitud abierta"],
  [`${DIAGNOSE}/limits`, "Niemand ist eingeschränkt", "Nadie está limitado"],
  [`${SETTINGS}/branding`, "Erscheinungsbild", "Imagen de la firma"],
  [`${SETTINGS}/branding?preview=yes&swatch=other&hex=%23ffd400`, "Erscheinungsbild", "Imagen de la firma"],
  ["/pulse", "Stimmung", "Satisfacción"],
  ["/settings/team", "1 Person in Ihrem Team", "1 persona en su equipo"],
  ["/settings/api-keys", "API-Schlüssel", "Claves de API"],
  ["/settings/connections", "Verbindungen", "Conexiones"],
  ["/settings/connections/review", "Kein Wechsel steht an", "No hay ningún cambio en marcha"],
  ["/settings/connections/disconnect", "Den CSV-Ordner trennen?", "¿Desconectar la carpeta CSV?"],
  ["/firms", "Das Büro welcher Firma?", "¿La oficina de qué firma?"],
];

/** A form that is refused or only says something, and the heading of the page that says so. */
const answers: [path: string, form: Record<string, string>, de: string, es: string][] = [
  [
    "/updates/new",
    { do: "save", percent_1: "x", body: "z".repeat(5_001) },
    "Neuigkeit schreiben",
    "Escribir una novedad",
  ],
  [`${DIAGNOSE}/approve`, {}, "Das ist keine E-Mail-Adresse", "Eso no es un correo"],
  [
    `${DIAGNOSE}/approve`,
    { email: "jane@acme.north.example", contactEmail: "bo@birch.north.example", contactId: "k-2" },
    "Es wurde nichts freigegeben",
    "No se ha aprobado nada",
  ],
  [
    `${SETTINGS}/branding`,
    { swatch: "other", hex: "x", "support-email": "x" },
    "Erscheinungsbild",
    "Imagen de la firma",
  ],
  ["/settings/connections/test", {}, "Verbindungen", "Conexiones"],
  ["/settings/connections/connect/harvest", {}, "Harvest verbinden", "Conectar Harvest"],
  ["/settings/team", { email: "maya" }, "1 Person in Ihrem Team", "1 persona en su equipo"],
  ["/settings/api-keys", { name: "" }, "API-Schlüssel", "Claves de API"],
  [`${DIAGNOSE}/code`, {}, "Das ist keine E-Mail-Adresse", "Esto no es una dirección de correo"],
  [
    `${DIAGNOSE}/code`,
    { email: "nobody@north.example" },
    "Kein Code für nobody@north.example",
    "No hay código para nobody@north.example",
  ],
  [`${DIAGNOSE}/limit`, {}, "Dieser Kontakt lässt sich nicht einschränken", "No se puede limitar a este contacto"],
];

let firms: TwoFirms;
let admin: Visitor;
beforeAll(async () => {
  firms = await startTwoFirms();
  admin = firms.visitOffice();
  await admin.signIn(firms.north.admin);
});
afterAll(() => firms.stop());

/** Presses the first button of the page. */
async function testConnection(): Promise<Answer> {
  const { action, fields } = formOf(await admin.get("/settings/connections"));
  return admin.post(action, fields);
}

describe.each(otherLanguages)("in %s", (language) => {
  function expectIn(page: Answer, headings: { de: string; es: string }): void {
    expect(headingOf(page)).toBe(headings[language]);
    expectAllIn(language, page);
  }

  test.each(pages)("the page %s", async (path, de, es) => {
    admin.language = language;
    expectIn(await admin.get(path), { de, es });
  });

  test("the pre-flight", async () => {
    admin.language = language;
    const page = await admin.get(`${SETTINGS}/preflight`);
    const headings = {
      de: "4 kommen hinein · 1 sieht eine leere Seite · 1 wird aufgehalten · 1 gehört zu keinem Unternehmen",
      es: "4 entran · 1 ve una página vacía · 1 no puede entrar · 1 no pertenece a ninguna empresa",
    };
    expect(headingOf(page)).toBe(headings[language]);
    expect(englishOn(page, language)).toEqual([]);
  });

  test("what one portal shows: its switches, and its template", async () => {
    admin.language = language;
    const portal = `${SETTINGS}/${firms.north.portals.get("c-acme")?.id}`;
    expectIn(await admin.get(`${portal}/visibility`), {
      de: "Was Kunden im Portal von Acme NORTHMARK sehen",
      es: "Lo que ven los clientes en el portal de Acme NORTHMARK",
    });
    expectIn(await admin.get(`${portal}/template`), {
      de: "Vorlage von Acme NORTHMARK",
      es: "Plantilla de Acme NORTHMARK",
    });
  });

  test.each(answers)("the answer of %s to %j", async (path, form, de, es) => {
    admin.language = language;
    expectIn(await admin.post(path, form), { de, es });
  });
});

// After the pages that stand empty until somebody knocks.
describe.each(otherLanguages)("in %s, once somebody knocked", (language) => {
  test("everything about people who knocked: the search, their pages at several doors, a reference, their requests", async () => {
    const stranger = firms.visit(firms.north);
    const closed = await stranger.signIn("jane.doe@acme.north.example", "/acme-northmark");
    const reference = referenceOf(closed) ?? "";
    await stranger.post("/ask", { reference, next: "/acme-northmark" });
    admin.language = language;
    const person = (email: string, door: Record<string, string> = {}) =>
      `${DIAGNOSE}/person?${new URLSearchParams({ email, ...door })}`;
    const walked = [
      DIAGNOSE,
      `${DIAGNOSE}/references/${reference}`,
      `${SETTINGS}/requests`,
      person("jane.doe@acme.north.example", { portal: "acme-northmark" }),
      person("jane@acme.north.example"),
      person("jane@acme.north.example", { portal: "birch-northmark" }),
      person("old@acme.north.example"),
      person("nobody@acme.north.example"),
      person("nobody@elsewhere.example", { url: "http://office.test/" }),
    ];
    for (const path of walked) expectAllIn(language, await admin.get(path));
    expectAllIn(language, await admin.post(`${DIAGNOSE}/person`, { email: "jane@acme.north.example" }));
    expectAllIn(language, await admin.post(`${DIAGNOSE}/send-address`, { email: "nobody@elsewhere.example" }));
  });
});

describe("what is wrong with the PSA", () => {
  const person = `${DIAGNOSE}/person?email=jane%40acme.north.example&portal=acme-northmark`;
  const places = [person, SETTINGS, `${DIAGNOSE}?q=jane`];
  const said = {
    row: {
      de: [
        "contacts.csv, Zeile 2, Spalte archived",
        "Nicht verstanden. Schreiben Sie true oder false. Bis dahin bleibt",
      ],
      es: ["contacts.csv, línea 2, columna archived", "No se entiende. Escriba true o false. Hasta entonces esta fila"],
    },
    file: {
      de: "contacts.csv fehlt im CSV-Ordner. Legen Sie die Datei dort ab; ohne sie kommt niemand hinein",
      es: "Falta contacts.csv en la carpeta CSV. Póngalo allí; sin él no puede entrar nadie",
    },
  };
  afterEach(() => writeSample(firms.north.csv, "north"));

  test.each(otherLanguages)("in %s: a row that hides a person, now, stored, and in the report", async (language) => {
    const rows = contactsOf("north").map((row) => (row.id === "k-1" ? { ...row, archived: "maybe" } : row));
    await firms.north.csv.write("contacts.csv", rows);
    const closed = await firms.visit(firms.north).signIn("jane@acme.north.example", "/acme-northmark");
    admin.language = language;
    const asked = [...places, `${DIAGNOSE}/references/${referenceOf(closed)}`];
    const pages = await Promise.all(asked.map((path) => admin.get(path)));
    for (const page of [...pages, await testConnection()]) {
      expectAllIn(language, page);
      for (const piece of said.row[language])
        expect([page.path, wordsOf(page)]).toEqual([page.path, expect.stringContaining(piece)]);
    }
  });

  test.each(otherLanguages)("in %s: no answer at all", async (language) => {
    await firms.north.csv.remove("contacts.csv");
    admin.language = language;
    const pages = await Promise.all([...places, `${SETTINGS}/preflight`].map((path) => admin.get(path)));
    for (const page of [...pages, await testConnection()]) {
      expectAllIn(language, page);
      expect([page.path, wordsOf(page)]).toEqual([page.path, expect.stringContaining(said.file[language])]);
    }
  });
});

test.each([
  ["de", "Im Büro Ihrer Firma anmelden", "Diese E-Mail-Adresse gehört zu keinem Team"],
  ["es", "Iniciar sesión en la oficina de su firma", "Este correo no está en el equipo de ninguna firma"],
])("the sign-in, its mail and the word to whoever is in no team are in %s", async (language, heading, noTeam) => {
  const stranger = firms.visitOffice();
  stranger.language = language;
  const door = await stranger.get("/");
  expect(headingOf(door)).toBe(heading);
  expect(englishWordsOn(door)).toEqual([]);
  const email = `nobody-${language}@else.example`;
  const told = await stranger.signIn(email);
  expect(headingOf(told)).toBe(noTeam);
  expect(englishWordsOn(told)).toEqual([]);
  const mail = firms.mailbox.list().find(({ to }) => to === email);
  expect(mail?.text).not.toMatch(/\b(the|your|code is)\b/);
});

test("the check can fail: an English page is noticed", async () => {
  admin.language = "en";
  const page = await admin.get(`${DIAGNOSE}/limits`);
  for (const language of otherLanguages) expect(englishOn(page, language)).toContain("Nobody is limited");
  expect(englishWordsOn(page)).toContain("their");
});

function expectAllIn(language: (typeof otherLanguages)[number], page: Answer): void {
  expect([page.path, /<html lang="([^"]*)"/.exec(page.text)?.[1]]).toEqual([page.path, language]);
  expect([page.path, englishOn(page, language)]).toEqual([page.path, []]);
  expect([page.path, englishWordsOn(page)]).toEqual([page.path, []]);
}

/** Words that stand in nearly every English sentence, and in none of the other languages or of the sample's names. */
function englishWordsOn({ text }: Answer): string[] {
  const attributes = [...text.matchAll(/ (?:aria-label|data-label|data-copied|placeholder|alt|title)="([^"]*)"/g)];
  const said = `${text.replace(/<style.*?<\/style>/gs, " ").replace(/<[^>]*>/g, " ")} ${attributes.map(([, said]) => said).join(" ")}`;
  return (
    said.match(/\b(?:the|and|with|this|that|their|they|them|your|you|is|are|for|not|what|who|when|of|by|to|at)\b/gi) ??
    []
  );
}
