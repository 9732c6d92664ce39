import type { OneSide } from '../../facts/sides/one-side';
import { type SectionKind, sectionKind, statementKind } from '../../text/section-kind';
import type { Span } from '../../text/span';
import type { NoteCheckInput, NoteFindingDraft } from '../note-check';
import { disagreement } from './disagreement';
import { openedSections } from './opened-sections';

interface Sided extends Span {
  at: number;
  side: OneSide;
}

/** What a report calls a finding of one organ: the words differ between what is seen and what it is held for. */
const organs: readonly RegExp[] = [
  /\b(?:basal|lobe|lobar|lung|pulmonary|pneumonia|opacit\w+|opacification|consolidation|infiltrate|atelecta\w+|apical|perihilar|pneumothorax|pleural)\b/i,
  /\b(?:renal|kidney|ureter\w*|nephro\w+|hydronephrosis|hydroureter|pyelonephritis|vesicoureteric|vuj)\b/i,
  /\b(?:subdural|epidural|extradural|mca|frontal|parietal|temporal|occipital|hemisphere|infarct\w*|intracerebral|cerebellar)\b/i,
  /\b(?:ovar\w+|adnexa\w*|hydrosalpinx|tubal)\b/i,
  /\b(?:breast|axilla\w*)\b/i,
];

/** Nothing is wrong there, it is of another time, or the sides are told apart. */
const leftOut =
  /\b(?:no|not|without|normal|clear|unremarkable|intact|negative|both|bilateral\w*|other|contralateral|opposite|previous\w*|prior|old|chronic|post|resolved|midline|than|versus|compared|mastectomy|nephrectomy)\b/i;

const side = /\b(left|right)\b(?!-handed| now)/gi;

const namesSide = (text: string): boolean => text.search(side) >= 0;

/** A statement of a report that names a side, under which of the two headings. */
interface Reported {
  at: number;
  text: string;
  kinds: readonly SectionKind[];
}

/** The statements that stand under a heading of findings or of an impression, and name a side: most notes have none. */
function reported(input: NoteCheckInput): Reported[] {
  const { statements } = input;
  if (!statements.some(({ statement }) => namesSide(statement.text))) return [];
  const sections = openedSections(input);
  return statements.flatMap(({ statement }, at): Reported[] => {
    if (!namesSide(statement.text)) return [];
    const kinds = [sectionKind(sections[at]?.title ?? ''), statementKind(statement, sections[at])];
    return kinds.some((kind) => kind === 'findings' || kind === 'impression')
      ? [{ at, text: statement.text, kinds }]
      : [];
  });
}

/** The sides of the sentences under a heading that say that something is wrong with an organ. */
function sidesIn(
  statements: readonly Reported[],
  kind: SectionKind,
  organ: RegExp,
): { all: Sided[]; isOpen: boolean } {
  let isOpen = false;
  const all = statements.flatMap(({ at, text, kinds }): Sided[] => {
    if (!kinds.includes(kind) || !organ.test(text)) return [];
    if (leftOut.test(text)) {
      isOpen ||= !/\b(?:clear|normal|unremarkable|no)\b/i.test(text);
      return [];
    }
    return [...text.matchAll(side)].map(({ 0: word, index }) => ({
      at,
      start: index,
      end: index + word.length,
      side: word.toLowerCase() as OneSide,
    }));
  });
  return { all, isOpen };
}

/**
 * A report whose impression has an organ on the side on which its findings say nothing of it: "right basal opacity" and "left basal
 * pneumonia".
 */
export function impressionOnOtherSide(input: NoteCheckInput): NoteFindingDraft[] {
  const statements = reported(input);
  if (statements.length === 0) return [];
  return organs.flatMap((organ): NoteFindingDraft[] => {
    const findings = sidesIn(statements, 'findings', organ);
    const impression = sidesIn(statements, 'impression', organ);
    const [seen] = findings.all;
    const [summed] = impression.all;
    if (!seen || !summed || findings.isOpen || seen.side === summed.side) return [];
    if (findings.all.some((one) => one.side !== seen.side)) return [];
    if (impression.all.some((one) => one.side !== summed.side)) return [];
    const message = `The impression has this on the ${summed.side}; the findings speak of the ${seen.side}.`;
    return [disagreement(input, summed.at, summed, [seen.at], message, { expected: seen.side })];
  });
}
