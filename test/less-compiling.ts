/**
 * Options of Node for processes that tests run in. Most functions that the engine makes faster after its usual 67,584
 * bytes of byte code are not called often enough afterwards to win that time back: with nine times as many a lane of
 * unit tests took 20 seconds of the processor instead of 27, and the demonstration 6.6 instead of 8.2.
 */
export const LESS_COMPILING = ['--interrupt-budget=600000'];
