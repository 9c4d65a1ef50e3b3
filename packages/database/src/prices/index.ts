/**
 * What stands on the price list of @pydantic/genai-prices. An entry of its own, since loading the list
 * takes longer than most commands.
 */
export { readUsageBlock, type UsageBlock, type UsageShape } from './read-usage-block.ts';
export {
  syncPrices,
  type SyncOptions,
  type SyncReport,
  type UnpricedModel,
} from './sync-prices.ts';
export type { ModelName } from './price-list.ts';
