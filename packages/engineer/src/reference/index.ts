/** Describing a database in Markdown pages. */
export { tablePage } from './page-names.ts';
export { describeDatabase, type DescribeOptions } from './describe-database.ts';
export { writePages, type WrittenPages } from './write-pages.ts';
