/**
 * Options of Node for processes that tests run in. Most functions that the engine makes faster after its usual 67,584
 * bytes of byte code are not called often enough afterwards to win that time back: with nine times as many the
 * demonstration took 6.7 seconds of the processor instead of 8.2, a small lane of unit tests 9.4 instead of 10.5.
 */
export const LESS_COMPILING = ['--interrupt-budget=600000'];
