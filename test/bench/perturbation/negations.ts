import data from './data/findings.json';
import problems from './data/problems.json';
import { escaped, likeCase } from './note-text';
import { type Edit, type Planted, type Planter, replaced } from './planted';

const finding = [...data.findings, ...problems.problems].map(escaped).join('|');
// "denies any recent chest pain": up to this many words between a negation or a verb and what it is about.
const between = '(?:[\\w-]+ ){0,3}?';
const aboutFinding = new RegExp(`^${between}(?:${finding})\\b`, 'i');
// "no other", "no known allergies", "no longer": to take the negation away leaves nothing that a note would say.
const notNegated =
  '(?!(?:any|having|that|better|worse|much|improvement|relief|brothers|sisters|siblings|children|surgeries|pets|living|incident|complications?|exercise|medications?|assistance|help|other|others|known|longer|more|further|additional|particular|need|needs|one|matter|questions?|concerns?|complaints|issues?|difficulty|difficulties|problems?|recent|new|specific|prior|previous|significant|history|change|changes)\\b)';

/** What stands in the place of a negation, by what stands before it. */
function withoutNo(before: string): string {
  if (
    /\b(?:is|are|was|were|has|have|had|with|shows?|showed|demonstrates?|demonstrated|reveals?|revealed|reports?|endorses?)\s+$/i.test(
      before,
    )
  )
    return '';
  return /(?:^|[\n.:;•-]\s*)$/.test(before) ? 'positive for ' : 'with ';
}

function removed(text: string): Planted[] {
  const pattern = new RegExp(
    `\\b(?:(denie[sd] (?:any |having )?|denying (?:any )?)|(no evidence of |no sign of |no signs of |no |nil |without (?:any )?)|(negative for ))${notNegated}(?=\\w)`,
    'gi',
  );
  return [...text.matchAll(pattern)].flatMap((match) => {
    const place = { start: match.index, end: match.index + match[0].length };
    const by =
      match[1] !== undefined
        ? match[1].toLowerCase().startsWith('denying')
          ? 'reporting '
          : match[1].toLowerCase().startsWith('denied')
            ? 'reported '
            : 'reports '
        : match[3] !== undefined
          ? 'positive for '
          : withoutNo(text.slice(0, match.index));
    const isFinding = aboutFinding.test(text.slice(place.end, place.end + 100));
    const kind = isFinding ? 'negation removed' : 'negation removed, of no finding';
    return [replaced(text, { ...place, by: likeCase(by, match[0].slice(0, 1)) }, kind)];
  });
}

const reporting =
  '(reports|reported|endorses|endorsed|complains of|complained of|admits to|positive for|notes)';

function added(text: string): Planted[] {
  const kind = 'negation added';
  const verbs = [
    ...text.matchAll(
      new RegExp(
        `\\b${reporting} (?!no\\b|that\\b|he\\b|she\\b|any\\b|not\\b|being\\b)(?=${between}(?:${finding})\\b)`,
        'gi',
      ),
    ),
  ];
  const statements = [
    ...text.matchAll(
      new RegExp(
        `(?<!\\bnot )\\b((?:there is|there are|there was|has|had|have|shows|showed|demonstrates|reveals|(?:presents|presented) with) )(?!no\\b|not\\b|any\\b|been\\b|had\\b|[a-z]+ed\\b|known\\b|such\\b|(?:a )?lot\\b)(?:(?:some|a little|a|an) )?(?=(?:(?!no\\b)[\\w-]+ ){0,2}?(?:${finding})\\b)`,
        'gi',
      ),
    ),
  ];
  return [
    ...verbs.map((match) => {
      const said = (match[1] ?? '').toLowerCase();
      const by = said === 'positive for' ? 'negative for' : /ed\b/.test(said) ? 'denied' : 'denies';
      const edit: Edit = {
        start: match.index,
        end: match.index + said.length,
        by: likeCase(by, match[0].slice(0, 1)),
      };
      return replaced(text, edit, kind);
    }),
    ...statements.map((match) => {
      const lead = (match[1] ?? '').trimEnd();
      const by = lead.endsWith(' with') ? `${lead}out ` : `${lead} no `;
      return replaced(text, { start: match.index, end: match.index + match[0].length, by }, kind);
    }),
  ];
}

function addedToClause(text: string): Planted[] {
  return [...text.matchAll(/\b(reports|endorses|states) (?=that (?:he|she|they|it|his|her)\b)/gi)].map(
    (match) => {
      const verb = match[1] ?? '';
      const edit = {
        start: match.index,
        end: match.index + verb.length,
        by: likeCase('denies', verb.slice(0, 1)),
      };
      return replaced(text, edit, 'negation added to a clause');
    },
  );
}

/** A finding that is there said to be absent, or the other way round. */
export const negationPlanter: Planter = {
  kinds: [
    'negation removed',
    'negation added',
    'negation removed, of no finding',
    'negation added to a clause',
  ],
  plant: ({ text }) => [...removed(text), ...added(text), ...addedToClause(text)],
};
