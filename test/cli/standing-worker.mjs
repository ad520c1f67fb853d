/** Holds the process of the standing command line for a thread that waits asleep for each answer. */
import { fork } from 'node:child_process';
import { workerData } from 'node:worker_threads';

const { port, answered, child, built, env } = workerData;
let running;

function start() {
  const started = fork(child, [built], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
  started.on('message', answer);
  started.on('exit', (code) => {
    running = undefined;
    answer({ code, stdout: '', stderr: 'The process of the command line has ended.' });
  });
  return started;
}

function answer(outcome) {
  port.postMessage(outcome);
  Atomics.store(answered, 0, 1);
  Atomics.notify(answered, 0);
}

port.on('message', (order) => {
  running ??= start();
  running.send(order);
});
