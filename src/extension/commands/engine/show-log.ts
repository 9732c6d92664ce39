import type { CommandServices } from '../../services';

/** *Attest: Show Log*. */
export function run({ log }: CommandServices): Promise<void> {
  log.show();
  return Promise.resolve();
}
