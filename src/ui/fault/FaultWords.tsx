import { Mark } from "../hallmark/Mark.tsx";
import { type Fault, faultDetails } from "../messages.ts";
import classes from "./fault.module.css";

/** What happened, what it means, what helps. */
export function FaultWords({ fault, heading }: { fault: Fault; heading: string }) {
  return (
    <>
      <p className={classes.heading}>
        <Mark state="failed" label="" />
        {heading}
      </p>
      <h2 className="findingLarge">{fault.title}</h2>
      <p className={`two ${classes.sentence}`}>{fault.sentence}</p>
      <h3 className={classes.helpHead}>What helps</h3>
      <ol className={classes.help}>
        {fault.help.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p className="code quiet">{faultDetails(fault)}</p>
    </>
  );
}
