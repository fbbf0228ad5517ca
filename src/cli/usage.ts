/** What the program says of itself, and where a call is wrong. */
export const USAGE = `mapassay validate MAP [--contour LEVEL|auto] [--resolution Å] [--voxel-size Å] [--bin 2]
                      [--title T] [--emdb-id ID] [--date ISO] [--reading corrected|vrs]
                      [--json F|-] [--pdf F] [--html F] [--maps DIR]
                      [--threads N] [--max-memory BYTES] [--fail-on warning] [--timings] [--quiet]
mapassay verify REPORT MAP [--threads N] [--quiet]
mapassay merge REPORT...   [--csv F|-] [--ndjson F|-]
mapassay inspect MAP  [--voxel-size Å] [--bin 2] [--json F|-] [--quiet]
mapassay plan MAP     [--resolution Å] [--voxel-size Å] [--bin 2] [--json F|-]
mapassay mirror MAP   -o|--output F|- [--voxel-size Å] [--threads N] [--quiet]
mapassay serve        [--port N]
mapassay --help | --version

A map is MRC2014 or CCP4, also in gzip, bzip2 or zip. - stands for standard output.
A report is a PDF, HTML or JSON file that validate wrote.
Exit status: 0 done, 10 --fail-on or a report that differs, 64 usage, 65 bad map, 66 no such file, 70 bug, 74 cannot write, 75 try again.`;
