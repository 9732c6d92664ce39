import { describe, expect, it } from 'vitest';
import { RateGate } from '../../../../src/engine/language-model/rate-limit';

describe('the rate of calls', () => {
  it('lets so many through at once, and the next one when the first is old enough', async () => {
    const gate = new RateGate(2, 60);
    const start = Date.now();
    const times: number[] = [];
    await Promise.all(
      [1, 2, 3].map(async () => {
        await gate.enter();
        times.push(Date.now() - start);
      }),
    );
    expect(times[1]).toBeLessThan(50);
    expect(times[2]).toBeGreaterThanOrEqual(58); // Timers may be early by a millisecond.
  });

  it('lets go of one who waits and cancels, and keeps the turn of the next', async () => {
    const gate = new RateGate(1, 80);
    const start = Date.now();
    await gate.enter();
    const stop = new AbortController();
    const given = gate.enter(stop.signal);
    const next = gate.enter();
    stop.abort();
    await expect(given).rejects.toMatchObject({ reason: 'cancelled' });
    await next;
    expect(Date.now() - start).toBeGreaterThanOrEqual(78);
  });

  it('lets go at once of one who waits behind another', async () => {
    const gate = new RateGate(1, 400);
    await gate.enter();
    const before = gate.enter();
    const stop = new AbortController();
    const start = Date.now();
    const behind = gate.enter(stop.signal);
    stop.abort();
    await expect(behind).rejects.toMatchObject({ reason: 'cancelled' });
    expect(Date.now() - start).toBeLessThan(200);
    await before;
    await expect(gate.enter(stop.signal)).rejects.toMatchObject({ reason: 'cancelled' });
  });
});
