import { defineWords } from "../../lib/words.ts";

/**
 * Changes in a folder of CSV files: the names of files, columns and values stay as they stand there. Each begins with a verb or
 * a preposition, so that it can also be the second half of a sentence.
 */
export const csvStepWords = defineWords({
  en: {
    add_email:
      "In contacts.csv, write {email} into the email column in the row of {contact}; a semicolon separates several.",
    add_contact:
      "If they work for {company}, in contacts.csv, write {email} into their row, or add a row for them with the company_id {id}.",
    add_any_contact:
      "If they are a client’s contact, in contacts.csv, write {email} into their row, or add a row for them.",
    link: "In contacts.csv, write {id}, the id of {company}, into the company_id column in the row of {contact}.",
    link_any: "In contacts.csv, write the id of their company into the company_id column in the row of {contact}.",
    restore_contact: "In contacts.csv, set archived to false in the row of {contact}, if they should get in.",
    restore_company: "In companies.csv, set archived to false in the row of {company}, if its people should get in.",
    add_project: "In projects.csv, add a project with {id}, the id of {company}, as its company_id.",
    add_any_project: "In projects.csv, add a project with the id of the company as its company_id.",
    set_status: "In projects.csv, set the status of a project of {company} to active, on_hold or completed.",
    name_on_project: "In projects.csv, add the id of this contact to the contact_ids of the project.",
  },
  de: {
    add_email:
      "Tragen Sie in contacts.csv {email} in die Spalte email ein, in der Zeile von {contact}; ein Semikolon trennt mehrere.",
    add_contact:
      "Falls die Person für {company} arbeitet, tragen Sie in contacts.csv {email} in ihre Zeile ein, oder fügen Sie für sie eine Zeile mit der company_id {id} hinzu.",
    add_any_contact:
      "Falls die Person Kontakt eines Kunden ist, tragen Sie in contacts.csv {email} in ihre Zeile ein, oder fügen Sie für sie eine Zeile hinzu.",
    link: "Tragen Sie in contacts.csv {id}, die id für {company}, in die Spalte company_id ein, in der Zeile von {contact}.",
    link_any:
      "Tragen Sie in contacts.csv die id des Unternehmens in die Spalte company_id ein, in der Zeile von {contact}.",
    restore_contact:
      "Setzen Sie in contacts.csv archived auf false, in der Zeile von {contact}, falls die Person hinein soll.",
    restore_company:
      "Setzen Sie in companies.csv archived auf false, in der Zeile für {company}, falls die Leute dort hinein sollen.",
    add_project: "Fügen Sie in projects.csv ein Projekt hinzu, mit {id}, der id für {company}, als company_id.",
    add_any_project: "Fügen Sie in projects.csv ein Projekt hinzu, mit der id des Unternehmens als company_id.",
    set_status:
      "Setzen Sie in projects.csv den status eines Projekts für {company} auf active, on_hold oder completed.",
    name_on_project: "Fügen Sie in projects.csv die id dieses Kontakts zu den contact_ids des Projekts hinzu.",
  },
  es: {
    add_email:
      "Escriba en contacts.csv {email} en la columna email, en la fila de {contact}; un punto y coma separa varios.",
    add_contact:
      "Si la persona trabaja para {company}, escriba en contacts.csv {email} en su fila, o añada para ella una fila con el company_id {id}.",
    add_any_contact:
      "Si la persona es contacto de un cliente, escriba en contacts.csv {email} en su fila, o añada una fila para ella.",
    link: "Escriba en contacts.csv {id}, el id de {company}, en la columna company_id, en la fila de {contact}.",
    link_any: "Escriba en contacts.csv el id de su empresa en la columna company_id, en la fila de {contact}.",
    restore_contact: "Ponga en contacts.csv archived en false, en la fila de {contact}, si la persona debe entrar.",
    restore_company: "Ponga en companies.csv archived en false, en la fila de {company}, si su gente debe entrar.",
    add_project: "Añada en projects.csv un proyecto con {id}, el id de {company}, como company_id.",
    add_any_project: "Añada en projects.csv un proyecto con el id de la empresa como company_id.",
    set_status: "Ponga en projects.csv el status de un proyecto de {company} en active, on_hold o completed.",
    name_on_project: "Añada en projects.csv el id de este contacto a los contact_ids del proyecto.",
  },
});

/** The same changes in words that fit any PSA. */
export const anyStepWords: typeof csvStepWords = defineWords({
  en: {
    add_email: "Add {email} to {contact} in the PSA.",
    add_contact: "If they work for {company}, add {email} to their contact in the PSA, linked to {company}.",
    add_any_contact: "If they are a client’s contact, add {email} to their contact in the PSA.",
    link: "Link {contact} to {company} in the PSA.",
    link_any: "Link {contact} to their company in the PSA.",
    restore_contact: "Restore {contact} in the PSA, if they should get in.",
    restore_company: "Restore {company} in the PSA, if its people should get in.",
    add_project: "Link a project to {company} in the PSA.",
    add_any_project: "Link a project to the company in the PSA.",
    set_status: "Set the status of a project of {company} in the PSA to active, on hold or completed.",
    name_on_project: "Name this contact on the project in the PSA.",
  },
  de: {
    add_email: "Fügen Sie im PSA {email} bei {contact} hinzu.",
    add_contact:
      "Falls die Person für {company} arbeitet, fügen Sie im PSA {email} bei ihrem Kontakt hinzu, verknüpft mit {company}.",
    add_any_contact: "Falls die Person Kontakt eines Kunden ist, fügen Sie im PSA {email} bei ihrem Kontakt hinzu.",
    link: "Verknüpfen Sie im PSA {company} mit {contact}.",
    link_any: "Verknüpfen Sie im PSA das Unternehmen mit {contact}.",
    restore_contact: "Holen Sie im PSA {contact} aus dem Archiv zurück, falls die Person hinein soll.",
    restore_company: "Holen Sie im PSA {company} aus dem Archiv zurück, falls die Leute dort hinein sollen.",
    add_project: "Verknüpfen Sie im PSA ein Projekt mit {company}.",
    add_any_project: "Verknüpfen Sie im PSA ein Projekt mit dem Unternehmen.",
    set_status: "Setzen Sie im PSA den Status eines Projekts für {company} auf aktiv, ruhend oder abgeschlossen.",
    name_on_project: "Nennen Sie diesen Kontakt im PSA beim Projekt.",
  },
  es: {
    add_email: "Añada en el PSA {email} a {contact}.",
    add_contact: "Si la persona trabaja para {company}, añada en el PSA {email} a su contacto, vinculado a {company}.",
    add_any_contact: "Si la persona es contacto de un cliente, añada en el PSA {email} a su contacto.",
    link: "Vincule en el PSA {contact} a {company}.",
    link_any: "Vincule en el PSA {contact} a su empresa.",
    restore_contact: "Restaure en el PSA {contact}, si la persona debe entrar.",
    restore_company: "Restaure en el PSA {company}, si su gente debe entrar.",
    add_project: "Vincule en el PSA un proyecto a {company}.",
    add_any_project: "Vincule en el PSA un proyecto a la empresa.",
    set_status: "Ponga en el PSA el estado de un proyecto de {company} en activo, en espera o terminado.",
    name_on_project: "Añada este contacto al proyecto en el PSA.",
  },
});

/** Changes in Productive: CRM > Contacts and a contact's Projects tab are named as its help centre names them. */
export const productiveStepWords: typeof csvStepWords = defineWords({
  en: {
    add_email: "In Productive, under CRM > Contacts, make {email} the email of {contact}.",
    add_contact:
      "If they work for {company}, in Productive, under CRM > Contacts, give them {email} as their email, with {company} as their company.",
    add_any_contact:
      "If they are a client’s contact, in Productive, under CRM > Contacts, give them {email} as their email.",
    link: "In Productive, under CRM > Contacts, make {company} the company of {contact}.",
    link_any: "In Productive, under CRM > Contacts, give {contact} their company.",
    restore_contact: "In Productive, restore {contact} under CRM > Contacts, if they should get in.",
    restore_company: "In Productive, restore the company {company}, if its people should get in.",
    add_project: "In Productive, make {company} the company of a project.",
    add_any_project: "In Productive, make the company that of a project.",
    set_status: "In Productive, restore an archived project of {company}.",
    name_on_project:
      "In Productive, under CRM > Contacts, open this contact and add the project on their Projects tab.",
  },
  de: {
    add_email: "Machen Sie in Productive unter CRM > Contacts {email} zur E-Mail-Adresse von {contact}.",
    add_contact:
      "Falls die Person für {company} arbeitet, tragen Sie in Productive unter CRM > Contacts {email} als ihre E-Mail-Adresse ein, mit {company} als ihrem Unternehmen.",
    add_any_contact:
      "Falls die Person Kontakt eines Kunden ist, tragen Sie in Productive unter CRM > Contacts {email} als ihre E-Mail-Adresse ein.",
    link: "Machen Sie in Productive unter CRM > Contacts {company} zum Unternehmen von {contact}.",
    link_any: "Tragen Sie in Productive unter CRM > Contacts das Unternehmen von {contact} ein.",
    restore_contact:
      "Holen Sie in Productive unter CRM > Contacts {contact} aus dem Archiv zurück, falls die Person hinein soll.",
    restore_company:
      "Holen Sie in Productive das Unternehmen {company} aus dem Archiv zurück, falls die Leute dort hinein sollen.",
    add_project: "Machen Sie in Productive {company} zum Unternehmen eines Projekts.",
    add_any_project: "Tragen Sie in Productive das Unternehmen bei einem Projekt ein.",
    set_status: "Holen Sie in Productive ein archiviertes Projekt für {company} zurück.",
    name_on_project:
      "Öffnen Sie in Productive unter CRM > Contacts diesen Kontakt und fügen Sie auf seiner Registerkarte Projects das Projekt hinzu.",
  },
  es: {
    add_email: "En Productive, en CRM > Contacts, ponga {email} como correo de {contact}.",
    add_contact:
      "Si la persona trabaja para {company}, en Productive, en CRM > Contacts, póngale {email} como correo y {company} como empresa.",
    add_any_contact:
      "Si la persona es contacto de un cliente, en Productive, en CRM > Contacts, póngale {email} como correo.",
    link: "En Productive, en CRM > Contacts, ponga {company} como empresa de {contact}.",
    link_any: "En Productive, en CRM > Contacts, ponga la empresa de {contact}.",
    restore_contact: "En Productive, restaure {contact} en CRM > Contacts, si la persona debe entrar.",
    restore_company: "En Productive, restaure la empresa {company}, si su gente debe entrar.",
    add_project: "En Productive, ponga {company} como empresa de un proyecto.",
    add_any_project: "En Productive, ponga la empresa en un proyecto.",
    set_status: "En Productive, restaure un proyecto archivado de {company}.",
    name_on_project: "En Productive, en CRM > Contacts, abra este contacto y añada el proyecto en su pestaña Projects.",
  },
});

/** Changes in Harvest, by the names of its screens. A contact there has one email and one client, and cannot be archived. */
export const harvestStepWords: typeof csvStepWords = defineWords({
  en: {
    add_email:
      "In Harvest, under Manage > Clients, add a contact with {email} beside {contact}: a contact there has one email.",
    add_contact:
      "If they work for {company}, in Harvest, under Manage > Clients, add a contact with {email} to {company}.",
    add_any_contact:
      "If they are a client’s contact, in Harvest, under Manage > Clients, add a contact with {email} to that client.",
    link: "In Harvest, under Manage > Clients, add {contact} as a contact of {company}: a contact there has one client.",
    link_any: "In Harvest, under Manage > Clients, add {contact} as a contact of their client.",
    restore_contact: "In Harvest, under Manage > Clients, add {contact} again, if they should get in.",
    restore_company:
      "In Harvest, under Manage > Clients, restore {company} from the archive, if its people should get in.",
    add_project: "In Harvest, add a project for the client {company}.",
    add_any_project: "In Harvest, add a project for the client.",
    set_status: "In Harvest, restore a project of {company} from the archive.",
    name_on_project: "Take away the limit to named projects: Harvest names no contacts on a project.",
  },
  de: {
    add_email:
      "Fügen Sie in Harvest unter „Manage > Clients“ neben {contact} einen Kontakt mit {email} hinzu: Ein Kontakt hat dort eine E-Mail-Adresse.",
    add_contact:
      "Falls die Person für {company} arbeitet, fügen Sie in Harvest unter „Manage > Clients“ bei {company} einen Kontakt mit {email} hinzu.",
    add_any_contact:
      "Falls die Person Kontakt eines Kunden ist, fügen Sie in Harvest unter „Manage > Clients“ bei diesem Kunden einen Kontakt mit {email} hinzu.",
    link: "Fügen Sie in Harvest unter „Manage > Clients“ {contact} als Kontakt von {company} hinzu: Ein Kontakt hat dort einen Kunden.",
    link_any: "Fügen Sie in Harvest unter „Manage > Clients“ {contact} beim richtigen Kunden als Kontakt hinzu.",
    restore_contact:
      "Fügen Sie in Harvest unter „Manage > Clients“ {contact} wieder hinzu, falls die Person hinein soll.",
    restore_company:
      "Holen Sie in Harvest unter „Manage > Clients“ {company} aus dem Archiv zurück, falls die Leute dort hinein sollen.",
    add_project: "Legen Sie in Harvest ein Projekt für den Kunden {company} an.",
    add_any_project: "Legen Sie in Harvest ein Projekt für den Kunden an.",
    set_status: "Holen Sie in Harvest ein Projekt für {company} aus dem Archiv zurück.",
    name_on_project:
      "Heben Sie die Einschränkung auf genannte Projekte auf: Harvest nennt bei Projekten keine Kontakte.",
  },
  es: {
    add_email:
      "Añada en Harvest, en «Manage > Clients», un contacto con {email} junto a {contact}: allí un contacto tiene un solo correo.",
    add_contact:
      "Si la persona trabaja para {company}, añada en Harvest, en «Manage > Clients», un contacto con {email} a {company}.",
    add_any_contact:
      "Si la persona es contacto de un cliente, añada en Harvest, en «Manage > Clients», un contacto con {email} a ese cliente.",
    link: "Añada en Harvest, en «Manage > Clients», a {contact} como contacto de {company}: allí un contacto tiene un solo cliente.",
    link_any: "Añada en Harvest, en «Manage > Clients», a {contact} como contacto de su cliente.",
    restore_contact: "Añada de nuevo en Harvest, en «Manage > Clients», a {contact}, si la persona debe entrar.",
    restore_company: "Restaure en Harvest, en «Manage > Clients», {company} del archivo, si su gente debe entrar.",
    add_project: "Cree en Harvest un proyecto para el cliente {company}.",
    add_any_project: "Cree en Harvest un proyecto para el cliente.",
    set_status: "Restaure en Harvest un proyecto de {company} del archivo.",
    name_on_project: "Quite el límite a los proyectos nombrados: Harvest no nombra contactos en los proyectos.",
  },
});
