import type { CommandServices } from '../../services';
import { findingArgument } from '../arguments';

/** Shows a finding in the panel: the code action and the hover link *Explain in Panel*. */
export async function run({ panel }: CommandServices, argument: unknown): Promise<void> {
  const { uri, fingerprint } = findingArgument(argument);
  await panel.explain(uri, fingerprint);
}
