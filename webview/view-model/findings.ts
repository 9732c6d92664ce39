import type { Finding } from '../../src/core/verdicts/finding';
import { byHarm } from '../../src/core/verdicts/severity';
import type { NoteFindings, PanelModel } from '../protocol';
import { plural, t } from '../l10n';
import { findingCard, type FindingCard } from './finding-card';
import { modelUseView, type ModelUseView } from './model-use';
import { baseName } from './paths';
import { scoreView } from './score';
import { statementGroups, type StatementGroup } from './statements';
import type { ScoreView } from './score';
import { run, screenOf } from './screen';
import type { Action, EmptyScreen, Screen } from './screen';
import { axisName, profileName, severityCount, severityHeading, shownSeverities } from './verdict';
import { shownAxes } from './ui-state';
import type { ShownAxis } from './ui-state';
import type { ShownSeverity } from './verdict';

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
        .map((finding) => findingCard(uri, finding, findings)),
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
