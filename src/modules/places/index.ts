export { loadPlaces } from './actions/load-places.ts';
export { unitPath } from './actions/unit-path.ts';
export type { PlaceData, WrittenSuccession, WrittenUnit } from './rules/place-data.ts';
export { nameInSentence, type Successor, type Unit, type UnitLevel } from './rules/unit.ts';
export {
  findUnit,
  getUnit,
  listChain,
  listPredecessors,
  listProvinces,
  listSuccessors,
  listUncheckedSuccessions,
  listUnitsBelow,
  searchUnits,
  type UnitSearch,
} from './store.ts';
export { listRelatedNames } from './store-related.ts';
