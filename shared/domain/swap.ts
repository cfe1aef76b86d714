/** Who pays one of the two ways of a swap. */
export type SwapPayer = 'buyer' | 'shop';

/** An exchange for something of another price. Sums in fen; prices are those of one piece. */
export type Swap = {
  readonly oldFen: number;
  readonly newFen: number;
  readonly quantity: number;
  readonly outFen: number;
  readonly backFen: number;
  readonly outBy: SwapPayer;
  readonly backBy: SwapPayer;
};

/** Most pieces of one swap. */
export const mostPieces = 9999;

/**
 * Who pays whom how much for a swap (R15), in fen. We pay the courier of the way out and the buyer the one of the way
 * back, so freight is settled only where the other one bears it.
 */
export function swapSum({ oldFen, newFen, quantity, outFen, backFen, outBy, backBy }: Swap): {
  readonly differenceFen: number;
  readonly buyerPaysFen: number;
  readonly weReturnFen: number;
} {
  const differenceFen = (newFen - oldFen) * quantity;
  const sum = differenceFen + (outBy === 'buyer' ? outFen : 0) - (backBy === 'shop' ? backFen : 0);
  return { differenceFen, buyerPaysFen: Math.max(0, sum), weReturnFen: Math.max(0, -sum) };
}
