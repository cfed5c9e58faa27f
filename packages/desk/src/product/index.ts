export { asNamed } from './as-named.ts';
export { describeRelease, releaseKindNames } from './describe-release.ts';
export {
  foldProductName,
  judgeProduct,
  judgeVersion,
  MOST_PRODUCTS,
  MOST_VERSIONS,
} from './judge-product.ts';
export { type NameableProduct, type NamedProduct, readProduct, type ReadProduct } from './named-product.ts';
export {
  productRefusalWords,
  refuseProduct,
  type ProductRefusal,
  type ProductRefusalCode,
} from './product-refusals.ts';
export {
  releaseAllowed,
  versionAllowed,
  type ReleaseAnswer,
  type ReleaseQuestion,
} from './release-allowed.ts';
export { suiteOf } from './suite.ts';
export { supportState, type CatalogueVersion, type SupportState } from './support-state.ts';
export { compareVersions, isVersionNumber } from './version-number.ts';
