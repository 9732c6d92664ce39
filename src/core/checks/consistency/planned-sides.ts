import type { SentenceFacts } from '../../facts/extract';
import { namesBothSides, oppositeSide } from '../../facts/sides/one-side';
import { namesOthers } from '../../facts/persons/persons';
import { isBackground } from '../../text/sections';
import { type SectionKind, statementKind } from '../../text/section-kind';
import type { NoteCheckInput, NoteFindingDraft, NoteStatement } from '../note-check';
import { disagreement } from './disagreement';
import { type Sided, sidesByPart } from './sides-by-part';

/** What is done to a part because of what is wrong with it. */
const done =
  /\b(?:x-?rays?|xr|radiographs?|films?|mri|ct|ultrasound|uss|doppler|dexa|inject\w*|aspirat\w*|arthrocentesis|splint\w*|cast|brace|immobili[sz]\w*|sling|strapping|physio\w*|arthroscopy|biops\w*|surgery|operation|replacement|incision|drainage|debridement)\b/i;

/** What is ordered of the other side, too, or because of it. */
const besides =
  /\b(?:both|bilateral\w*|also|as well|other|opposite|contralateral|compar\w*|comparison|versus|vs|previous|prior|old|again|since|screening|baseline|control|normal|unaffected|uninvolved|donor|graft|venous access|cannula\w*|line|blood pressure)\b/i;

/** A complaint of another time is no reason for what is done now. */
const former = /\b(?:history|old|previous\w*|prior|ago|childhood|resolved|healed)\b/i;

const planned: ReadonlySet<SectionKind> = new Set(['plan', 'assessment-and-plan', 'instructions']);

function isPlanned({ statement, section }: NoteStatement): boolean {
  return planned.has(statementKind(statement, section));
}

/**
 * Something planned for a part of the body on the side on which the note says nothing of it: "left wrist swollen and tender",
 * and an X-ray of the right wrist. All else that the note says of the part is on the one other side, and says that something is
 * wrong there.
 */
export function plansForOtherSide(input: NoteCheckInput): NoteFindingDraft[] {
  return [...sidesByPart(input.statements)].flatMap(([part, mentions]): NoteFindingDraft[] => {
    const plan = mentions.filter(({ at }) => {
      const own = input.statements[at];
      return own !== undefined && isPlanned(own) && done.test(own.statement.text);
    });
    const [order, ...more] = plan;
    if (!order || more.length > 0 || order.fact.side === 'bilateral') return [];
    const own = input.statements[order.at];
    if (!own || besides.test(own.statement.text) || namesBothSides(own.statement.text)) return [];
    const others = mentions.filter((one) => one !== order);
    const side = oppositeSide[order.fact.side];
    if (others.length === 0 || others.some(({ fact }) => fact.side !== side)) return [];
    const reason = others.find((one) => isWrong(one, input));
    if (!reason) return [];
    const message = `This is planned for the ${order.fact.side} ${part}; all else in the note is about the ${side} one.`;
    return [disagreement(input, order.at, order.fact, [reason.at], message, { expected: side })];
  });
}

/** The sentence says that something is the matter with the patient's part, and not of an earlier time. */
function isWrong({ at, sentence }: Sided, { statements }: NoteCheckInput): boolean {
  const { statement, section } = statements[at] ?? {};
  if (!statement || isBackground(section) || former.test(statement.text) || namesBothSides(statement.text))
    return false;
  return !namesOthers(sentence.tokens) && sentence.polarities.some(isThere);
}

function isThere({ polarity, experiencer, time }: SentenceFacts['polarities'][number]): boolean {
  return polarity === 'present' && experiencer === 'patient' && time === 'current';
}
