/** Run by trial-capture.mjs: prints the figures and each wrong reading; exit 1 when there is any. */
import { OPERATORS, tally, trials } from '../test/fixtures/mutator/mutate.ts';

const [seed = 1, count = 2000] = process.argv.slice(2).map(Number);
const all = trials(seed, count);
for (const operator of OPERATORS) {
  console.log(operator.padEnd(10), JSON.stringify(tally(all.filter((trial) => trial.operator === operator))));
}
console.log(`seed ${seed}: ${all.length}`, JSON.stringify(tally(all)));
const wrong = all.filter(({ verdict }) => verdict === 'wrong');
for (const trial of wrong.slice(0, 60)) console.log(`${trial.case} · ${trial.what} · ${trial.detail}`);
process.exitCode = wrong.length > 0 ? 1 : 0;
