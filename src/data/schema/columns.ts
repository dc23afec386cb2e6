// The table of firms, and the columns that every other table begins with.
import { pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { FirmId } from "../../domain/ids.ts";

export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const firm = pgTable("firm", {
  id: uuid("id").$type<FirmId>().primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  contactEmail: text("contact_email").notNull(),
  createdAt: moment("created_at").notNull(),
});

/** Leads the key of every table that belongs to a firm. */
export const firmId = () =>
  uuid("firm_id")
    .$type<FirmId>()
    .notNull()
    .references(() => firm.id, { onDelete: "cascade" });

/** When a setting was changed last, and by whom. */
export const changed = () => ({
  changedAt: moment("changed_at").notNull(),
  changedBy: text("changed_by").notNull(),
});
