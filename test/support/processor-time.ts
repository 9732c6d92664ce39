/**
 * Milliseconds of processor time that this process has used. Limits on work are held against it: what else the machine
 * does at the time makes the clock run on, not this.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * The options of a test that holds a limit against processor time. Other work of the process counts too, such as
 * collecting what earlier files left; a text that takes too long does so each time.
 */
export const timed = { retry: 2 };
