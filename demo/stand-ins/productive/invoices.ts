// Invoices name a company only. Which budget, and so which project, they are for stands in their attributions, and in the
// services of their line items. That amounts are cents, as on deals, is not confirmed.
import type { FirmRecords, RecordOf } from "../records.ts";
import { dealId } from "./deals.ts";
import {
  type Attributes,
  BEGINNING,
  centsOf,
  exchangeRateOf,
  linkTo,
  moneyColumns,
  type Resource,
  type ResourceLink,
  resourceOf,
  textOrNull,
  timestampOn,
  unknownRelations,
} from "./resource.ts";
import { serviceId } from "./services.ts";

export function invoiceResources({ invoices, phases }: FirmRecords): Resource[] {
  return invoices.flatMap((row) => {
    const phase = phases.find(({ project_id }) => project_id === row.project_id);
    const service = phase ? linkTo("services", serviceId({ ...phase, phase_id: phase.id })) : null;
    return [invoiceOf(row), lineItemOf(row, service), ...(row.project_id === "" ? [] : [attributionOf(row)])];
  });
}

/** A draft is neither finalized nor sent; what was cancelled is credited in full. */
function invoiceOf(row: RecordOf<"invoices">): Resource {
  const isDraft = row.status === "draft";
  const sentOn = isDraft ? null : textOrNull(row.issued_on);
  return resourceOf("invoices", row.id, {
    attributes: {
      ...emptyInvoice,
      number: row.number,
      invoiced_on: textOrNull(row.issued_on),
      pay_on: textOrNull(row.due_on),
      paid_on: textOrNull(row.paid_on),
      sent_on: sentOn,
      finalized_on: sentOn,
      finalized_at: isDraft ? null : timestampOn(row.issued_on),
      ...amountsOf(row),
    },
    relations: {
      ...unknownRelations("attachment", "bank_account", "bill_from", "bill_to", "creator", "document_type", "issuer"),
      ...unknownRelations("parent_invoice", "subsidiary"),
      custom_field_attachments: [],
      custom_field_people: [],
      company: linkTo("companies", row.company_id),
      invoice_attributions: row.project_id === "" ? [] : [linkTo("invoice_attributions", row.id)],
    },
  });
}

function amountsOf(row: RecordOf<"invoices">): Attributes {
  const amount = centsOf(row.amount);
  const isCancelled = /^(?:void|voided|cancelled|canceled)$/.test(row.status);
  const paid = row.paid_amount === "" && row.status === "paid" ? amount : centsOf(row.paid_amount);
  const credited = isCancelled ? amount : 0;
  return {
    credited: isCancelled,
    exchange_rate: exchangeRateOf(row.currency),
    ...moneyColumns(row.currency, {
      amount,
      amount_credited: credited,
      amount_credited_with_tax: credited,
      amount_paid: paid,
      amount_tax: 0,
      amount_unpaid: amount - paid - credited,
      amount_with_tax: amount,
      amount_written_off: 0,
    }),
  };
}

function lineItemOf(row: RecordOf<"invoices">, service: ResourceLink | null): Resource {
  const amount = centsOf(row.amount);
  return resourceOf("line_items", row.id, {
    attributes: {
      discount: null,
      position: 1,
      quantity: 1,
      tax_name: null,
      tax_value: null,
      unit_id: 2,
      ...moneyColumns(row.currency, { amount, amount_tax: 0, amount_with_tax: amount, unit_price: amount }),
    },
    relations: {
      ...unknownRelations("expense", "kpd_code", "service_type", "tax_rate"),
      invoice: linkTo("invoices", row.id),
      service,
    },
  });
}

function attributionOf(row: RecordOf<"invoices">): Resource {
  return resourceOf("invoice_attributions", row.id, {
    attributes: {
      date_from: null,
      date_to: null,
      ...moneyColumns(row.currency, { amount: centsOf(row.amount) }),
    },
    relations: { budget: linkTo("deals", dealId(row.project_id)), invoice: linkTo("invoices", row.id) },
  });
}

const emptyInvoice: Attributes = {
  bank_account_details: null,
  company_reference_id: null,
  created_at: BEGINNING,
  creation_options: {},
  credited: false,
  custom_fields: null,
  deleted_at: null,
  delivery_on: null,
  discount: null,
  email_key: "8899aabbccddeeff0011223344556677",
  exchange_date: null,
  export_id: null,
  export_integration_type_id: null,
  export_invoice_url: null,
  exported: false,
  exported_at: null,
  footer: null,
  footer_interpolated: null,
  invoice_template_id: null,
  invoice_type_id: 1,
  last_activity_at: BEGINNING,
  line_item_tax: true,
  note: null,
  note_interpolated: null,
  pay_on_relative: false,
  payment_terms: null,
  payment_terms_days: null,
  payment_terms_type: null,
  purchase_order_number: null,
  sample_data: false,
  subject: null,
  tag_list: [],
  tax1_name: null,
  tax1_value: null,
  tax2_name: null,
  tax2_value: null,
  updated_at: BEGINNING,
};
