/**
 * What one run of vitest leaves for test/run.mjs, in the file that THI_DUA_SO_REPORT names: how many tests passed, each
 * failure with the first line of its error, the tests that passed only at the second try, and the processor's seconds.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** The kernel counts a process's own time and that of its ended children in hundredths of a second. */
const TICKS_PER_SECOND = 100;

// biome-ignore lint/style/noDefaultExport: vitest takes a reporter by its default export
export default class LaneReport {
  /** @param modules the test files @param strays errors that belong to no test */
  onTestRunEnd(modules, strays) {
    const report = { passed: 0, failures: [], secondTries: [] };
    for (const module of modules) {
      const file = relative('.', module.moduleId).replaceAll('\\', '/');
      for (const suite of [module, ...module.children.allSuites()])
        for (const error of suite.errors())
          report.failures.push({ file, name: suite.fullName ?? 'the file', error: firstLine(error) });
      for (const test of module.children.allTests()) {
        const { state, errors = [] } = test.result();
        const entry = { file, name: test.fullName, error: firstLine(errors[0]) };
        if (state === 'failed') report.failures.push(entry);
        if (state !== 'passed') continue;
        report.passed++;
        if (errors.length > 0) report.secondTries.push(entry);
      }
    }
    for (const error of strays) report.failures.push({ file: '', name: 'outside of tests', error: firstLine(error) });
    // Last of all, when the workers have ended and their time is counted.
    process.once('exit', () =>
      writeFileSync(process.env.THI_DUA_SO_REPORT, JSON.stringify({ ...report, seconds: processorSeconds() })),
    );
  }
}

/** An error's name and the first line of its message, of at most 200 characters. */
function firstLine(error) {
  if (error === undefined) return '';
  const [line = ''] = stripVTControlCharacters(String(error.message ?? error))
    .trim()
    .split('\n');
  return `${error.name ?? 'Error'}: ${line}`.slice(0, 200);
}

/** Of this process and of all its ended children; null where the system does not tell. */
function processorSeconds() {
  if (!existsSync('/proc/self/stat')) return null;
  // The second field is the program's name in parentheses; times are fields 14 to 17.
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return Math.round(ticks / TICKS_PER_SECOND);
}
