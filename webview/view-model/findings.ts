import type { Finding, RuleCode } from '../../src/core/verdicts/finding';
import { fixesOfRule } from '../../src/core/verdicts/fix-all';
import { confidenceText } from '../../src/core/verdicts/confidence-words';
import { byHarm } from '../../src/core/verdicts/severity';
import type { NoteFindings, PanelModel } from '../protocol';
import { plural, t } from '../l10n';
import { evidenceList } from './evidence';
import { modelUseView, type ModelUseView } from './model-use';
import { baseName } from './paths';
import { scoreView } from './score';
import { shorten } from './shorten';
import { statementGroups, type StatementGroup } from './statements';
import type { ScoreView } from './score';
import { run, screenOf } from './screen';
import type { Action, EmptyScreen, Screen } from './screen';
import {
  axisLabel,
  axisName,
  findingIcon,
  findingLabel,
  profileName,
  severityCount,
  severityHeading,
  shownSeverities,
} from './verdict';
import { shownAxes } from './ui-state';
import type { ShownAxis } from './ui-state';
import type { ShownSeverity } from './verdict';
import type { Verdict } from '../../src/core/verdicts/verdict';

/** A finding as a card. */
export interface FindingCard {
  fingerprint: string;
  verdict: Verdict;
  verdictLabel: string;
  icon: Verdict | 'fix';
  axis: string;
  rule: string;
  /** Other rules that report the same place, in one line. */
  also?: string;
  /** A matter of form, drawn without weight. */
  quiet: boolean;
  /** The note's words. */
  text: string;
  expected?: string;
  message: string;
  /** How often such a finding is right; absent for a matter of form. */
  confidence?: string;
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
export interface FindingsView extends ModelUseView {
  name: string;
  uri: string;
  /** Why the findings may not be those that a person looks for: another note is open, or this one was changed. */
  hint?: string;
  /** The kind of note that the rules were chosen for, and how to change it. */
  profile: { text: string; action: Action };
  /** What kept the check from being complete. */
  problems: { message: string; advice: string; show?: Action }[];
  /** Choices by what findings are measured against; empty where there is nothing to choose. */
  filter: { axis: ShownAxis; label: string; count: number; chosen: boolean }[];
  counts: { severity: ShownSeverity; text: string }[];
  groups: FindingGroup[];
  /** Said instead of groups when there are none. */
  noFindings?: string;
  /** Says beside findings that the note was not compared with a source. */
  notCompared?: string;
  score: ScoreView;
  statements: StatementGroup[];
  sources: { label: string; action: Action }[];
  ignored?: { text: string; action: Action };
}

/**
 * What the Findings tab shows.
 * @param axis the findings that a person chose to see; all of them where the note has none of that kind
 */
export function findingsScreen(model: PanelModel, axis: ShownAxis = 'all'): Screen<FindingsView> {
  return screenOf(
    model.findings,
    { loading: t('Checking the note…'), retry: run('attest.checkNote', t('Check Again'), 'refresh') },
    () => emptyFindings(model),
    (value) => ({ kind: 'ready', ...findingsView(value, model.activeNote, axis) }),
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
  wanted: ShownAxis,
): FindingsView {
  const findings = report.findings.filter(({ severity }) => severity !== 'off').sort(byHarm);
  const axis = findings.some((finding) => finding.axis === wanted) ? wanted : 'all';
  const shown = findings.filter((finding) => axis === 'all' || finding.axis === axis);
  const groups = shownSeverities
    .map((severity) => ({
      severity,
      heading: severityHeading(severity),
      cards: shown
        .filter((finding) => finding.severity === severity)
        .map((finding) => card(uri, finding, findings)),
    }))
    .filter((group) => group.cards.length > 0);
  const hint = hintFor(edited === true, uri, active);
  const ignored = report.ignored.length;
  return {
    name,
    uri,
    ...(hint !== undefined && { hint }),
    profile: {
      text: t('Read as: {0}', profileName(report.profile)),
      action: { label: t('Change'), message: { type: 'openSetting', setting: 'attest.notes.profile' } },
    },
    problems: (report.problems ?? []).map(({ message, advice, at }) => ({
      message,
      advice,
      ...(at && { show: { label: t('Show in note'), message: { type: 'revealSpan', uri, ...at } } as const }),
    })),
    filter: axisChoices(findings, axis),
    ...(report.notScored !== undefined &&
      findings.length > 0 && {
        notCompared: plural(
          findings.length,
          'Not compared with a source · 1 finding',
          'Not compared with a source · {0} findings',
        ),
      }),
    counts: groups.map(({ severity, cards }) => ({ severity, text: severityCount(severity, cards.length) })),
    groups,
    ...(groups.length === 0 && { noFindings: noFindings(report) }),
    ...modelUseView(report.model),
    score: scoreView(report.scores.faithfulness, 'statement', report.notScored),
    statements: statementGroups({ uri, report }),
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

function axisChoices(findings: readonly Finding[], chosen: ShownAxis): FindingsView['filter'] {
  const choices = shownAxes
    .map((axis) => ({
      axis,
      label: axisName(axis),
      count: findings.filter((finding) => axis === 'all' || finding.axis === axis).length,
      chosen: axis === chosen,
    }))
    .filter(({ count }) => count > 0);
  // Everything, and the one kind that everything is of, are the same.
  return choices.length > 2 ? choices : [];
}

function hintFor(edited: boolean, uri: string, active: PanelModel['activeNote']): string | undefined {
  if (active && active.uri !== uri) return t('{0} is open and not checked yet.', active.name);
  return edited ? t('Changed since it was checked.') : undefined;
}

function noFindings({
  statements: { length: statements },
  notScored,
  foreignLanguage,
}: NoteFindings['report']): string {
  if (notScored !== undefined && foreignLanguage !== undefined) return t('Not scored. {0}', notScored);
  if (notScored !== undefined || statements === 0)
    return t('No findings, but nothing was compared with a source.');
  return plural(
    statements,
    'No findings in 1 statement. That is not proof that the note is right.',
    'No findings in {0} statements. That is not proof that the note is right.',
  );
}

function card(uri: string, finding: Finding, all: readonly Finding[]): FindingCard {
  const evidence = evidenceList(finding.citations, 1);
  const best = evidence.first[0];
  const { rule } = finding;
  const confidence = confidenceText(finding, t);
  const together = all.find((other) => other.rule === rule) === finding ? fixesOfRule(all, rule).length : 0;
  return {
    fingerprint: finding.fingerprint,
    verdict: finding.verdict,
    verdictLabel: findingLabel(finding),
    icon: findingIcon(finding),
    axis: finding.axis === 'style' ? '' : axisLabel(finding.axis),
    rule,
    ...(finding.also.length > 0 && { also: t('Also reported by {0}', finding.also.join(', ')) }),
    quiet: finding.axis === 'style',
    text: finding.text,
    ...(finding.expected !== undefined && { expected: finding.expected }),
    message: finding.message,
    ...(confidence !== undefined && { confidence }),
    evidence,
    fixes: [
      ...finding.fixes.map((fix, index): Action => ({
        label: fix.newText.trim() === '' ? fix.title : t('Change to “{0}”', shorten(fix.newText.trim(), 40)),
        icon: 'fix',
        message: { type: 'applyFix', uri, fingerprint: finding.fingerprint, fix: index },
      })),
      ...(together > 1 && isStyleRule(rule)
        ? [
            {
              label: t('Fix all {0} of this rule', together),
              message: { type: 'fixAll', uri, rule },
            } as const,
          ]
        : []),
    ],
    actions: [
      {
        label: t('Show in note'),
        message: { type: 'revealSpan', uri, start: finding.start, end: finding.end },
      },
      ...(best
        ? [
            {
              label: best.citation.kind === 'note' ? t('Show the other place') : t('Open evidence'),
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

function isStyleRule(rule: RuleCode): rule is `style/${string}` {
  return rule.startsWith('style/');
}
