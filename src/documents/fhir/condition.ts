import { z } from 'zod';
import type { ResourceText } from './resource-text';
import { codeOf, dayOf, fhir, inBrackets, wordsOf } from './values';

const schema = fhir.resource.extend({
  clinicalStatus: fhir.concept.optional(),
  verificationStatus: fhir.concept.optional(),
  severity: fhir.concept.optional(),
  code: fhir.concept,
  bodySite: z.array(fhir.concept).optional(),
  onsetDateTime: fhir.date,
  abatementDateTime: fhir.date,
  note: fhir.notes,
});

const clinical = z.enum(['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved']).optional();
const verification = z
  .enum(['unconfirmed', 'provisional', 'differential', 'confirmed', 'refuted', 'entered-in-error'])
  .optional();

/** A problem or diagnosis; a refuted one as absent, one that is not confirmed as possible, one that is over as past. */
export function readCondition(resource: unknown): ResourceText | undefined {
  const { clinicalStatus, verificationStatus, ...condition } = schema.parse(resource);
  const status = clinical.parse(codeOf(clinicalStatus));
  const sure = verification.parse(codeOf(verificationStatus));
  const words = wordsOf(condition.code);
  if (sure === 'entered-in-error' || words === undefined) return undefined;
  const name = [
    words,
    wordsOf(condition.severity),
    ...(condition.bodySite ?? []).map((site) => wordsOf(site)),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
  if (sure === 'refuted') return { section: 'PROBLEMS', lines: [`No ${name} (refuted).`], plain: false };
  const { onsetDateTime: onset, abatementDateTime: end } = condition;
  const over = end !== undefined || status === 'inactive' || status === 'remission' || status === 'resolved';
  const about = inBrackets(
    over ? (status ?? 'over') : status,
    sure === 'confirmed' ? undefined : sure,
    onset && `since ${dayOf(onset)}`,
    end && `until ${dayOf(end)}`,
  );
  const possible = sure !== undefined && sure !== 'confirmed';
  return {
    section: over ? 'PAST MEDICAL HISTORY' : 'PROBLEMS',
    lines: [`${over ? 'History of ' : ''}${possible ? 'Possible ' : ''}${name}${about}.`],
    plain: !over && !possible,
  };
}
