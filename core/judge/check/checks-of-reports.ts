/**
 * The checks that need only the reports themselves, in the order of registry.ts. Apart from the others: the page units
 * hand in by has no register, no earlier period and nothing from the portal, and those would travel to every telephone.
 */
import { alteredCriterion } from './checks/altered-criterion.ts';
import { ambiguousNumber } from './checks/ambiguous-number.ts';
import { copiedReport } from './checks/copied-report.ts';
import { doubtedEvidence } from './checks/doubted-evidence.ts';
import { duplicateCriterion } from './checks/duplicate-criterion.ts';
import { duplicateReport } from './checks/duplicate-report.ts';
import { estimatedResult } from './checks/estimated-result.ts';
import { evidenceDiffers } from './checks/evidence-differs.ts';
import { evidenceOutsidePeriod } from './checks/evidence-outside-period.ts';
import { externalLink } from './checks/external-link.ts';
import { formulaError } from './checks/formula-error.ts';
import { hiddenContent } from './checks/hidden-content.ts';
import { injectedFormula } from './checks/injected-formula.ts';
import { invalidDate } from './checks/invalid-date.ts';
import { lateReport } from './checks/late-report.ts';
import { legacyEncoding } from './checks/legacy-encoding.ts';
import { macroPresent } from './checks/macro-present.ts';
import { missingColumn } from './checks/missing-column.ts';
import { missingCriterion } from './checks/missing-criterion.ts';
import { missingEvidence } from './checks/missing-evidence.ts';
import { missingValue } from './checks/missing-value.ts';
import { negativeSelfScore } from './checks/negative-self-score.ts';
import { noReportFound } from './checks/no-report-found.ts';
import { notANumber } from './checks/not-a-number.ts';
import { notApplicableClaimed } from './checks/not-applicable-claimed.ts';
import { numeratorExceedsDenominator } from './checks/numerator-exceeds-denominator.ts';
import { otherFormVersion } from './checks/other-form-version.ts';
import { outOfRange } from './checks/out-of-range.ts';
import { outlier } from './checks/outlier.ts';
import { ratioMismatch } from './checks/ratio-mismatch.ts';
import { reusedEvidence } from './checks/reused-evidence.ts';
import { selfScoreExceedsMax } from './checks/self-score-exceeds-max.ts';
import { selfScoreMismatch } from './checks/self-score-mismatch.ts';
import { sharedEvidence } from './checks/shared-evidence.ts';
import { totalMismatch } from './checks/total-mismatch.ts';
import { undatedReport } from './checks/undated-report.ts';
import { unitMismatch } from './checks/unit-mismatch.ts';
import { unknownCriterion } from './checks/unknown-criterion.ts';
import { unknownUnit } from './checks/unknown-unit.ts';
import { unreadContent } from './checks/unread-content.ts';
import { wrongAudience } from './checks/wrong-audience.ts';
import { wrongPeriod } from './checks/wrong-period.ts';
import { zeroDenominator } from './checks/zero-denominator.ts';

/** Who and when. */
export const ABOUT_REPORT = [
  unknownUnit,
  wrongAudience,
  otherFormVersion,
  duplicateReport,
  wrongPeriod,
  estimatedResult,
] as const;

/** What and how much, up to copies of other reports. */
export const ABOUT_FIGURES = [
  lateReport,
  undatedReport,
  noReportFound,
  missingColumn,
  hiddenContent,
  duplicateCriterion,
  unknownCriterion,
  missingCriterion,
  alteredCriterion,
  notANumber,
  ambiguousNumber,
  formulaError,
  invalidDate,
  zeroDenominator,
  numeratorExceedsDenominator,
  outOfRange,
  unitMismatch,
  ratioMismatch,
  missingValue,
  notApplicableClaimed,
  copiedReport,
] as const;

/** What is unusual, evidence, points, and what was not read. */
export const ABOUT_THE_REST = [
  outlier,
  missingEvidence,
  evidenceOutsidePeriod,
  reusedEvidence,
  evidenceDiffers,
  sharedEvidence,
  doubtedEvidence,
  negativeSelfScore,
  selfScoreExceedsMax,
  selfScoreMismatch,
  totalMismatch,
  legacyEncoding,
  externalLink,
  macroPresent,
  injectedFormula,
  unreadContent,
] as const;

/** All of them. */
export const CHECKS_OF_REPORTS = [...ABOUT_REPORT, ...ABOUT_FIGURES, ...ABOUT_THE_REST] as const;
