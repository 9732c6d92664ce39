import { AttestError } from '../../core/errors';
import type { Policy } from '../../core/privacy/policy';

/**
 * Refuses agents where the text of notes may not reach their language models: where Attest is locked offline, and where
 * identifiers have to be taken out of what leaves, since tools quote notes as they stand.
 * @throws AttestError `model-off`
 */
export function refuseAgentsUnder({ offlineOnly, requireDeidentification }: Policy): void {
  if (!offlineOnly && !requireDeidentification) return;
  throw new AttestError(
    'model-off',
    offlineOnly
      ? 'Attest is locked offline, and an agent would give what it finds to its language model.'
      : 'The administrator requires identifiers to be taken out of what leaves this computer, and an agent would give what it finds to its language model as it stands.',
    'Use the commands of Attest and its side panel, or ask the administrator who decided so.',
  );
}
