/**
 * Milliseconds of processor time that this process has used. Limits on work are held against it: what else the machine
 * does at the time makes the clock run on, not this.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
