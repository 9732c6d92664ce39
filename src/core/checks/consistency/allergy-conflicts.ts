import rules from '../../terminology/dictionaries/allergy-classes.json';
import { deniesAllergies } from '../../facts/allergies/allergens';
import { isInScope } from '../../facts/allergies/scope';
import { citeNote, type NoteCheckInput, type NoteFindingDraft } from '../note-check';
import type { NotedAllergy } from '../noted-allergies';
import { namesAnybody } from './patient-sex';
import { isPlan } from './places';

/** "NKDA" in one place and "allergic to penicillin" in another: one of the two is wrong, and which one matters. */
export function denials(input: NoteCheckInput, allergies: readonly NotedAllergy[]): NoteFindingDraft[] {
  return input.statements.flatMap(({ statement, section, facts }, at): NoteFindingDraft[] => {
    const what = deniesAllergies(statement.text);
    if (!what || /family/i.test(section?.title ?? '')) return [];
    if (facts.some(({ tokens }) => namesAnybody(tokens))) return [];
    const named = allergies.find(
      (allergy) => allergy.at !== at && isInScope(what, allergy, input.terminology),
    );
    const noted = named && input.statements[named.at];
    if (!named || !noted) return [];
    return [
      {
        at,
        start: 0,
        end: statement.text.length,
        verdict: 'contradicted',
        message: `The note says that there is no allergy, and names one to ${named.written}.`,
        citations: [citeNote(input, noted)],
        fixes: [],
      },
    ];
  });
}

/** A plan, and no result ("CT with contrast showed a stone") and no plan that knows of the allergy. */
const isDone =
  /\b(?:show\w*|reveal\w*|demonstrat\w*|found|was|were|done|performed|had|prior|previous|last)\b/i;
const isAware =
  /\b(?:allerg\w*|premedicat\w*|pre-medicat\w*|steroid\w*|prednis\w*|without|non-?contrast|no|not|avoid\w*|unless|instead|mri|mr)\b/i;
/** Parts of the body may stand in between: "CT abdomen and pelvis with contrast". */
const betweenScanAndContrast =
  /\bct (?:scan )?(?:of )?(?:(?:the|and|chest|abdomen|abdo|pelvis|head|neck|brain|thorax|liver|cap|ap)\b[ ,/]*)+with\b/g;
const orders =
  /\b(?:order\w*|obtain|get|arrange\w*|request\w*|schedul\w*|book\w*|plan\w*|will|for|needs?|proceed\w*|send|refer\w*)\b/i;

/** A scan with contrast for somebody who is allergic to it. */
export function proceduresAgainst(
  input: NoteCheckInput,
  allergies: readonly NotedAllergy[],
): NoteFindingDraft[] {
  return rules.procedures.flatMap(({ allergen, given, why, source }) => {
    const allergy = allergies.find(({ name }) => name === allergen);
    const noted = allergy && input.statements[allergy.at];
    if (!noted) return [];
    return input.statements.flatMap(({ statement: { text }, section }, at): NoteFindingDraft[] => {
      const isOrdered = isPlan(section) && (section?.title ? true : orders.test(text));
      if (at === allergy.at || !isOrdered || isDone.test(text) || isAware.test(text)) return [];
      // The same length, so that the place stays the word's own.
      const plain = text
        .toLowerCase()
        .replace(betweenScanAndContrast, (scan) => `${'ct'.padEnd(scan.length - 4)}with`);
      const words = given.map((form) => new RegExp(`\\b${form.replace(/[ -]/g, '[\\s-]+')}\\b`));
      const found = words.map((word) => word.exec(plain)).find((match) => match !== null);
      if (!found) return [];
      return [
        {
          at,
          start: found.index,
          end: found.index + found[0].length,
          verdict: 'contradicted',
          message: `The note names an allergy to ${allergy.written}, and this is ordered: ${why} (${source}).`,
          citations: [citeNote(input, noted)],
          fixes: [],
        },
      ];
    });
  });
}
