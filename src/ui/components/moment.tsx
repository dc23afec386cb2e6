import type { MomentModel } from "../format/moment.ts";

export function Moment({ moment }: { moment: MomentModel }) {
  return <time dateTime={moment.iso}>{moment.text}</time>;
}
