// Another node may end a connection, or renew its token, while everybody is being read over it here.

/** How often that is looked for, while something is read that may take minutes. */
export const LOOK_EVERY_MS = 3_000;

/** `look`: whether the connection is still as it was, and what follows if not. It is never asked twice at once. */
export type Lookout = { look: () => Promise<void>; inBackground: (work: () => Promise<unknown>) => void };

/** How work behind pages is begun over one connection: with a look every few seconds until it has ended, one for all of it. */
export function whileItStands({ look, inBackground }: Lookout): Lookout["inBackground"] {
  let underWay = 0;
  let timer: NodeJS.Timeout | undefined;
  let isLooking = false;
  const lookOnce = () => {
    if (isLooking) return;
    isLooking = true;
    inBackground(() =>
      look().finally(() => {
        isLooking = false;
      }),
    );
  };
  return (work) =>
    inBackground(async () => {
      underWay += 1;
      if (underWay === 1) timer = setInterval(lookOnce, LOOK_EVERY_MS).unref();
      try {
        await work();
      } finally {
        underWay -= 1;
        if (underWay === 0) clearInterval(timer);
      }
    });
}
