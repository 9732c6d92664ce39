const pauseMs = 50;
const defaultLimitMs = 20_000;

/**
 * Reads until the value is as wanted, and gives it.
 * @param what names the expectation in the error
 * @throws when the time (milliseconds) is over; the message holds the last value
 */
export async function eventually<T>(
  what: string,
  read: () => T | PromiseLike<T>,
  wanted: (value: T) => boolean,
  limitMs = defaultLimitMs,
): Promise<T> {
  const end = performance.now() + limitMs;
  for (;;) {
    const value = await read();
    if (wanted(value)) return value;
    if (performance.now() > end) {
      throw new Error(`Not within ${limitMs} ms: ${what}. Last value: ${JSON.stringify(value)}`);
    }
    await pause(pauseMs);
  }
}

/** Waits; for showing that something does not happen. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Waits until this process gets the processor when it asks for it, for a second on end: the workbench is still starting
 * when the suite begins. Gives up waiting after 20 seconds.
 */
export async function calm(): Promise<void> {
  const end = performance.now() + defaultLimitMs;
  for (let quiet = 0; quiet < 20 && performance.now() < end;) {
    const asked = performance.now();
    await pause(pauseMs);
    quiet = performance.now() - asked < pauseMs + 5 ? quiet + 1 : 0;
  }
}
