import type { MarkupContent } from 'vscode-languageserver/node';
import { MarkupKind } from 'vscode-languageserver/node';
import type { Citation } from '../../core/evidence/citations/citation';
import { confidenceText } from '../../core/verdicts/confidence-words';
import type { Axis, Finding, RuleCode } from '../../core/verdicts/finding';
import type { Verdict } from '../../core/verdicts/verdict';
import type { CheckedNote } from '../note/checked';
import type { Client } from '../client/capabilities';
import { rulePage } from './diagnostics';
import { verdictText, whereText } from '../evidence/text';
import { commandUri, escapeMarkdown, linkTarget, oneLine } from './markdown-text';
import type { Place } from '../evidence/places';
import { ClientCommands } from '../protocol';
import { t } from '../client/translate';

/** One verdict that a hover shows. */
export interface HoverItem {
  verdict: Verdict;
  axis: Axis;
  citations: readonly Citation[];
  /** Absent for a statement that nothing is wrong with. */
  finding?: Finding;
  /** Who says so, a line each. */
  by?: readonly string[];
  /** Why a statement is open, where it is; its evidence then is only what comes nearest. */
  open?: OpenItem;
}

export interface OpenItem {
  /** In a sentence. */
  why: string;
  /** Words of the statement that no source holds. */
  untold: readonly string[];
}

export interface HoverOptions {
  client: Pick<Client, 'commands' | 'markdown'>;
  rulePages: string;
}

// The best evidence; the panel shows the rest.
const maxCitations = 2;
// They tell enough; the statement itself stands above them.
const maxUntold = 6;

/** The text of a hover: verdict, quoted evidence, where it stands, and links to it. */
export function hoverText(
  note: CheckedNote,
  items: readonly HoverItem[],
  options: HoverOptions,
): MarkupContent {
  const { markdown } = options.client;
  const blocks = items.map((item) =>
    markdown ? markdownBlock(note, item, options) : plainBlock(note.places, item),
  );
  return {
    kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
    value: blocks.join(markdown ? '\n\n---\n\n' : '\n\n'),
  };
}

function markdownBlock(note: CheckedNote, item: HoverItem, options: HoverOptions): string {
  const head = [`**${escapeMarkdown(verdictText(item.verdict, item.axis))}**`];
  if (item.finding) head.push(ruleLink(item.finding.rule, options.rulePages));
  const evidence = item.citations.slice(0, maxCitations).map((citation) => {
    const place = note.places.get(citation);
    const where = escapeMarkdown(whereOf(item, citation, place));
    const link = openLink(citation, place, options);
    return `> ${escapeMarkdown(citation.quote)}\n\n${where}${link ? ` · ${link}` : ''}`;
  });
  const explain =
    item.finding && options.client.commands ? [explainLink(note.uri, item.finding.fingerprint)] : [];
  const also = (item.finding?.also ?? []).map((rule) => ruleLink(rule, options.rulePages));
  const notes = notesOn(item).map(escapeMarkdown);
  const others = also.length > 0 ? [t('Also reported by {0}', also.join(', '))] : [];
  const untold = untoldText(item, (word) => `*${escapeMarkdown(word)}*`);
  return [head.join(' · '), ...notes, ...evidence, ...untold, ...others, ...explain].join('\n\n');
}

function ruleLink(rule: RuleCode, rulePages: string): string {
  const page = rulePage(rulePages, rule);
  return page === undefined ? `\`${rule}\`` : `[\`${rule}\`](${linkTarget(page)})`;
}

function openLink(citation: Citation, place: Place | undefined, { client }: HoverOptions): string {
  if (!place) return '';
  const label = { source: t('Open source'), library: t('Open passage'), note: t('Show in the note') }[
    citation.kind
  ];
  if (client.commands) {
    return `[${escapeMarkdown(label)}](${commandUri(ClientCommands.openCitation, [citation])})`;
  }
  if (!place.uri.startsWith('file:')) return '';
  return `[${escapeMarkdown(label)}](${linkTarget(`${place.uri}#L${place.range.start.line + 1}`)})`;
}

function explainLink(uri: string, fingerprint: string): string {
  const target = commandUri(ClientCommands.explainFinding, [{ uri, fingerprint }]);
  return `[${escapeMarkdown(t('Explain in panel'))}](${target})`;
}

/** Why it is open, who says so, and how often such a finding is right. */
function notesOn({ by = [], finding, open }: HoverItem): string[] {
  const confidence = finding && confidenceText(finding, t);
  return [...(open ? [open.why] : []), ...by, ...(confidence === undefined ? [] : [confidence])];
}

function whereOf({ open }: HoverItem, citation: Citation, place: Place | undefined): string {
  const where = whereText(citation, place);
  return open ? t('Nearest: {0}', where) : where;
}

function untoldText({ open }: HoverItem, show: (word: string) => string): string[] {
  if (!open || open.untold.length === 0) return [];
  const words = open.untold.slice(0, maxUntold).map(show).join(', ');
  return [t('Not found in the source: {0}', open.untold.length > maxUntold ? `${words} …` : words)];
}

function plainBlock(places: CheckedNote['places'], item: HoverItem): string {
  const evidence = item.citations
    .slice(0, maxCitations)
    .map(
      (citation) => `“${oneLine(citation.quote)}”\n${oneLine(whereOf(item, citation, places.get(citation)))}`,
    );
  const untold = untoldText(item, (word) => `“${oneLine(word)}”`);
  return [verdictText(item.verdict, item.axis), ...notesOn(item), ...evidence, ...untold].join('\n');
}
