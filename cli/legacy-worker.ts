/** Reads one workbook of an old kind in a thread of its own, so that a file that hangs or eats memory can be stopped. Built beside the command. */
import { parentPort, workerData } from 'node:worker_threads';
import { readLegacyBook } from '../core/workbook/file.ts';

parentPort?.postMessage(await readLegacyBook(workerData as Uint8Array));
