/** Where the time comes from. Everything that needs "now" receives a clock, so that tests choose the day. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
