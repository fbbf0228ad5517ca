/** Kinds of file that choosers offer first; what a file is, its bytes decide. */
export const ACCEPTED = ".map,.mrc,.ccp4,.rec,.gz,.bz2,.zip";
