import type { Finding } from '../../src/core/verdicts/finding';
import type { NoteFindings, PanelModel } from '../protocol';
import { plural, t } from '../l10n';
import { evidenceList } from './evidence';
import { baseName } from './paths';
import { scoreView } from './score';
import type { ScoreView } from './score';
import { run, screenOf } from './screen';
import type { Action, EmptyScreen, Screen } from './screen';
import { axisLabel, severityCount, severityHeading, shownSeverities, verdictLabel } from './verdict';
import type { ShownSeverity } from './verdict';
import type { Verdict } from '../../src/core/verdicts/verdict';

/** A finding as a card. */
export interface FindingCard {
  fingerprint: string;
  verdict: Verdict;
  verdictLabel: string;
  axis: string;
  rule: string;
  /** The note's words. */
  text: string;
  expected?: string;
  message: string;
  evidence: ReturnType<typeof evidenceList>;
  /** Fixes first, then show, open and ignore. */
  fixes: Action[];
  actions: Action[];
}

/** The findings of one severity. */
export interface FindingGroup {
  severity: ShownSeverity;
  heading: string;
  cards: FindingCard[];
}

/** The Findings tab for a checked note. */
export interface FindingsView {
  name: string;
  uri: string;
  /** Why the findings may not be those that a person looks for: another note is open, or this one was changed. */
  hint?: string;
  counts: { severity: ShownSeverity; text: string }[];
  groups: FindingGroup[];
  /** Said instead of groups when there are none. */
  noFindings?: string;
  score: ScoreView;
  sources: { label: string; action: Action }[];
  ignored?: { text: string; action: Action };
}

/** What the Findings tab shows. */
export function findingsScreen(model: PanelModel): Screen<FindingsView> {
  return screenOf(
    model.findings,
    { loading: t('Checking the note…'), retry: run('attest.checkNote', t('Check Again'), 'refresh') },
    () => emptyFindings(model),
    (value) => ({ kind: 'ready', ...findingsView(value, model.activeNote) }),
  );
}

function emptyFindings(model: PanelModel): EmptyScreen {
  const sample = run('attest.openSampleClinic', t('Open Sample Clinic'), 'sample');
  if (model.activeNote) {
    return {
      kind: 'empty',
      icon: 'findings',
      title: t('{0} is not checked yet', model.activeNote.name),
      body: t('Notes are checked when you save them. You can also check this one now.'),
      actions: [run('attest.checkNote', t('Check Note'), 'findings'), sample],
    };
  }
  return {
    kind: 'empty',
    icon: 'findings',
    title: t('No note is open'),
    body: t(
      'Open a clinical note to see which statements its source does not support, with the evidence for each.',
    ),
    actions: [sample],
  };
}

function findingsView(
  { name, uri, report, edited }: NoteFindings,
  active: PanelModel['activeNote'],
): FindingsView {
  const groups = shownSeverities
    .map((severity) => ({
      severity,
      heading: severityHeading(severity),
      cards: report.findings
        .filter((finding) => finding.severity === severity)
        .map((finding) => card(uri, finding)),
    }))
    .filter((group) => group.cards.length > 0);
  const hint = hintFor(edited === true, uri, active);
  const ignored = report.ignored.length;
  return {
    name,
    uri,
    ...(hint !== undefined && { hint }),
    counts: groups.map(({ severity, cards }) => ({ severity, text: severityCount(severity, cards.length) })),
    groups,
    ...(groups.length === 0 && { noFindings: noFindings(report.statements.length, report.notScored) }),
    score: scoreView(report.scores.faithfulness, 'statement', report.notScored),
    sources: report.sources.map((source) => ({
      label: baseName(source),
      action: { label: t('Open source {0}', baseName(source)), message: { type: 'openFile', path: source } },
    })),
    ...(ignored > 0 && {
      ignored: {
        text: plural(ignored, '1 finding ignored', '{0} findings ignored'),
        action: run('attest.showIgnoredFindings', t('Show ignored findings')),
      },
    }),
  };
}

function hintFor(edited: boolean, uri: string, active: PanelModel['activeNote']): string | undefined {
  if (active && active.uri !== uri) return t('{0} is open and not checked yet.', active.name);
  return edited ? t('Changed since it was checked.') : undefined;
}

function noFindings(statements: number, notScored: string | undefined): string {
  if (notScored !== undefined || statements === 0)
    return t('No findings, but nothing was compared with a source.');
  return plural(
    statements,
    'No findings in 1 statement. That is not proof that the note is right.',
    'No findings in {0} statements. That is not proof that the note is right.',
  );
}

function card(uri: string, finding: Finding): FindingCard {
  const evidence = evidenceList(finding.citations, 1);
  const best = evidence.first[0];
  return {
    fingerprint: finding.fingerprint,
    verdict: finding.verdict,
    verdictLabel: verdictLabel(finding.verdict),
    axis: axisLabel(finding.axis),
    rule: finding.rule,
    text: finding.text,
    ...(finding.expected !== undefined && { expected: finding.expected }),
    message: finding.message,
    evidence,
    fixes: finding.fixes.map((fix, index) => ({
      label: fix.newText.trim() === '' ? fix.title : t('Change to “{0}”', shorten(fix.newText.trim(), 40)),
      icon: 'fix',
      message: { type: 'applyFix', uri, fingerprint: finding.fingerprint, fix: index },
    })),
    actions: [
      {
        label: t('Show in note'),
        message: { type: 'revealSpan', uri, start: finding.start, end: finding.end },
      },
      ...(best
        ? [
            {
              label: t('Open evidence'),
              message: { type: 'openCitation', citation: best.citation },
            } as const,
          ]
        : []),
      {
        label: t('Ignore…'),
        message: { type: 'ignoreFinding', uri, fingerprint: finding.fingerprint },
      },
    ],
  };
}

/** The text cut to at most `length` characters, with an ellipsis where something was cut. */
export function shorten(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}
