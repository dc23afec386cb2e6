// A firm of a few rows, with one of everything that a stand-in treats on its own.
import { completeRecords, type FirmRecords, type SparseRecords } from "../records.ts";

/** Anew on each call, so that a test may change it. */
export function smallFirm(): FirmRecords {
  return completeRecords({ ...directory, ...work });
}

const directory: SparseRecords = {
  companies: [
    { id: "northbank", name: "Northbank Housing", domains: "northbank.example;nb.example" },
    { id: "old-mill", name: "Old Mill Trust", archived: "true" },
  ],
  contacts: [
    { id: "dana", name: "Dana Ito", email: "Dana@northbank.example", company_id: "northbank", title: "Estates lead" },
    {
      id: "gil",
      name: "Gil Sato",
      email: "gil@northbank.example;gil@post.example",
      company_id: "northbank;old-mill",
    },
    { id: "zoe", name: "Zoe Lund", email: "zoe+work@northbank.example", company_id: "northbank", archived: "true" },
  ],
  people: [
    { id: "nora", name: "Nora Quist", role: "Principal", discipline: "Architecture", email: "nora@firm.example" },
    { id: "omar", name: "Omar Reyes", role: "Engineer", discipline: "Structure", archived: "true" },
  ],
};

const work: SparseRecords = {
  projects: [
    {
      ...{
        id: "quay",
        number: "24-01",
        name: "Quay House",
        company_id: "northbank",
        status: "active",
        phase: "Design",
      },
      ...{ start_date: "2026-02-02", manager_id: "nora", contact_ids: "dana", currency: "EUR", fee: "120000.50" },
    },
    { id: "shed", number: "23-07", name: "Boat Shed", company_id: "northbank", status: "archived", fee: "9000" },
    { id: "pier", number: "24-02", name: "Pier study", company_id: "old-mill", status: "draft" },
  ],
  phases: [{ id: "quay-1", project_id: "quay", name: "Design", order: "1", fee: "40000", budget_hours: "20" }],
  milestones: [
    { id: "permit", project_id: "quay", name: "Permit in", due_date: "2026-06-01", owner: "client" },
    { id: "brief", project_id: "quay", name: "Brief agreed", due_date: "2026-02-20", done_date: "2026-02-19" },
  ],
  assignments: [{ project_id: "quay", person_id: "nora" }],
  time_entries: [
    {
      ...{ id: "t-1", project_id: "quay", phase_id: "quay-1", person_id: "nora", date: "2026-03-02", hours: "1.5" },
      ...{ billable: "true", bill_rate: "133.33", cost_rate: "60", notes: "Facade < roof" },
    },
    { id: "t-2", project_id: "quay", person_id: "omar", date: "2026-03-03", hours: "2", billable: "false" },
  ],
  invoices: [
    {
      ...{ id: "i-1", project_id: "quay", company_id: "northbank", number: "INV-1", issued_on: "2026-04-01" },
      ...{ due_on: "2026-05-01", amount: "10000.10", paid_amount: "4000", currency: "EUR", status: "open" },
    },
    { id: "i-2", company_id: "northbank", number: "INV-2", amount: "5", currency: "EUR", status: "draft" },
  ],
  tasks: [
    {
      id: "w-1",
      project_id: "quay",
      phase_id: "quay-1",
      name: "Draw the stair",
      status: "done",
      due_date: "2026-03-10",
    },
    { id: "w-2", project_id: "quay", name: "Survey", status: "in_progress", due_date: "2026-04-10" },
  ],
  deals: [{ id: "d-1", company_id: "northbank", name: "Annexe", stage: "Proposal", value: "500", currency: "EUR" }],
  bookings: [{ id: "b-1", person_id: "nora", kind: "Holiday", start_date: "2026-07-03", end_date: "2026-07-06" }],
};
