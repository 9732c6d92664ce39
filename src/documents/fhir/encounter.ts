import { z } from 'zod';
import type { ResourceText } from './resource-text';
import { dayOf, fhir, wordsOf } from './values';

const schema = fhir.resource.extend({
  status: z.enum([
    'planned',
    'arrived',
    'triaged',
    'in-progress',
    'onleave',
    'finished',
    'cancelled',
    'entered-in-error',
    'unknown',
  ]),
  class: z.object({ display: z.string().optional(), code: z.string().optional() }).optional(),
  type: z.array(fhir.concept).optional(),
  period: fhir.period.optional(),
  reasonCode: z.array(fhir.concept).optional(),
});

/** A contact: when, what kind, and what for. */
export function readEncounter(resource: unknown): ResourceText | undefined {
  const { status, class: kind, type = [], period, reasonCode = [] } = schema.parse(resource);
  if (status === 'planned' || status === 'cancelled' || status === 'entered-in-error') return undefined;
  const day = dayOf(period?.start);
  const what = wordsOf(type[0]) ?? wordsOf({ text: kind?.display });
  const reasons = reasonCode.flatMap((reason) => wordsOf(reason) ?? []);
  const line = [
    ['Encounter', day].filter(Boolean).join(' '),
    what,
    reasons.length > 0 ? `reason for visit: ${reasons.join(', ')}` : undefined,
  ];
  return { section: 'ENCOUNTERS', lines: [`${line.filter(Boolean).join(', ')}.`], plain: true };
}
