/** The headline numbers of the stand-in's summary. */

/** `size` of 1 is the present period. */
export function inventHeadline(isEmpty: boolean, size: number): object {
  const of = (figure: number) => (isEmpty ? 0 : Math.round(figure * size));
  const ms = (figure: number) => (isEmpty ? null : Math.round(figure / size));
  return {
    sessions: of(640),
    turns: of(2_871),
    answers: of(2_850),
    answersComplete: of(2_743),
    answersAborted: of(74),
    answersFailed: of(33),
    answersUnfinished: 0,
    answersTruncated: of(18),
    emergencies: of(14),
    urgent: of(231),
    ratedUp: of(268),
    ratedDown: of(51),
    calls: of(2_904),
    costUsd: isEmpty ? '0' : (84.1234 * size).toFixed(6),
    savedUsd: isEmpty ? '0' : (11.82 * size).toFixed(6),
    exactCalls: of(2_880),
    estimatedCalls: of(21),
    unknownCalls: of(3),
    failedCalls: of(33),
    inputTokens: of(2_100_000),
    cachedInputTokens: of(1_400_000),
    cacheWriteTokens: of(90_000),
    outputTokens: of(510_000),
    latencyP50Ms: ms(1_880),
    latencyP95Ms: ms(5_140),
    latencyP99Ms: ms(8_800),
    firstTokenP50Ms: ms(431),
    firstTokenP95Ms: ms(902),
  };
}
