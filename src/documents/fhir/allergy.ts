import { z } from 'zod';
import { capitalised } from '../../core/text/letter-case';
import type { ResourceText } from './resource-text';
import { codeOf, fhir, inBrackets, wordsOf } from './values';

const schema = fhir.resource.extend({
  clinicalStatus: fhir.concept.optional(),
  verificationStatus: fhir.concept.optional(),
  type: z.enum(['allergy', 'intolerance']).optional(),
  code: fhir.concept,
  reaction: z
    .array(
      z.object({
        modifierExtension: fhir.noModifier,
        manifestation: z.array(fhir.concept),
        severity: z.enum(['mild', 'moderate', 'severe']).optional(),
      }),
    )
    .optional(),
  note: fhir.notes,
});

const clinical = z.enum(['active', 'inactive', 'resolved']).optional();
const verification = z
  .enum(['unconfirmed', 'presumed', 'confirmed', 'refuted', 'entered-in-error'])
  .optional();

/** Codes name the substance, or the state: "Allergy to penicillin", "Penicillin allergy". */
const stateBefore =
  /^(?:(?:drug|food|environmental) )?(?:allergy|allergic(?: reaction)?|intolerance|hypersensitivity)(?: disposition)? (?:to|of) /i;
const stateBehind = / (?:allergy|intolerance|hypersensitivity)$/i;
/** "No known allergies" is a code too. */
const negative = /^(?:no|not|none|nk[a-z]*|nil)\b|\bno known\b/i;

/** An allergy or intolerance; a refuted one and one that is over as absent. */
export function readAllergy(resource: unknown): ResourceText | undefined {
  const { clinicalStatus, verificationStatus, type, code, reaction = [] } = schema.parse(resource);
  const status = clinical.parse(codeOf(clinicalStatus));
  const sure = verification.parse(codeOf(verificationStatus));
  const words = wordsOf(code);
  if (sure === 'entered-in-error' || words === undefined) return undefined;
  const isOver = status === 'inactive' || status === 'resolved';
  const say = (line: string, plain = false): ResourceText => ({ section: 'ALLERGIES', lines: [line], plain });
  if (negative.test(words)) return sure === 'refuted' || isOver ? undefined : say(`${words}.`, true);
  const substance = words.replace(stateBefore, '').replace(stateBehind, '');
  const tie = type === 'intolerance' ? 'intolerant of' : 'allergic to';
  if (sure === 'refuted') return say(`Not ${tie} ${substance} (refuted).`);
  if (isOver) return say(`No longer ${tie} ${substance} (${status}).`);
  const reactions = reaction.map(({ manifestation, severity }) => {
    const shown = manifestation.flatMap((one) => wordsOf(one) ?? []).join(', ');
    return shown === '' ? '' : `${shown}${inBrackets(severity)}`;
  });
  const shown = reactions.filter((one) => one !== '').join('; ');
  const isSure = sure === undefined || sure === 'confirmed';
  return say(
    `${isSure ? capitalised(tie) : `Possibly ${tie}`} ${substance}${shown === '' ? '' : `: ${shown}`}.`,
    isSure,
  );
}
