import type { FactCheckedStatement, FactCheckReport } from '../engine';

/** A step of an assessment and plan with its verdict. */
export interface CheckedPlanStep extends FactCheckedStatement {
  /** The problem that it stands under, in the note's words. */
  problem?: string;
  /** How likely the library bears the step out (0…1); null where nothing decides it. */
  score: number | null;
}

/** A plan, verified step by step. */
export interface PlanReport extends FactCheckReport {
  /** The steps, in the order of the note. */
  statements: CheckedPlanStep[];
  /** The score of the worst step: a plan is as good as that. Null where a failing step has none, or most have and none fails. */
  score: number | null;
  /** How many steps have a score. */
  scored: number;
  /** The first step that fails, as an index of `statements`. */
  firstFailing?: number;
}
