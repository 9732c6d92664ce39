/**
 * Reads until what was read is as wanted.
 * @param read gives a value, or a promise of one
 * @param wanted tells whether the value is as it should be
 * @param what names the expectation in the error
 * @returns the value
 * @throws when the time is over; the message holds the last value
 */
export async function expectSoon(read, wanted, what, limitMs = 30_000) {
  const end = performance.now() + limitMs;
  for (;;) {
    const value = await read();
    if (wanted(value)) return value;
    if (performance.now() > end) {
      throw new Error(`Not within ${limitMs} ms: ${what}. Last seen: ${JSON.stringify(value)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
