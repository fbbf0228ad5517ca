import "@mantine/core/styles/baseline.css";
import "@mantine/core/styles/default-css-variables.css";
import "@mantine/core/styles/global.css";
import "@mantine/core/styles/UnstyledButton.css";
import "@mantine/core/styles/VisuallyHidden.css";
import "@mantine/core/styles/Loader.css";
import "@mantine/core/styles/Button.css";
import "@mantine/core/styles/ActionIcon.css";
import "@mantine/core/styles/CloseButton.css";
import "@mantine/core/styles/Input.css";
import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Radio.css";
import "@mantine/core/styles/Checkbox.css";
import "@mantine/core/styles/SegmentedControl.css";
import "@mantine/core/styles/FloatingIndicator.css";
import "@mantine/core/styles/Progress.css";
import "@mantine/core/styles/Table.css";
import "@mantine/core/styles/Alert.css";
import "@mantine/core/styles/Kbd.css";
import "@mantine/core/styles/Popover.css";
import "./styles.css";
import { MantineProvider } from "@mantine/core";
import { AppProvider, type App as MapAssay } from "./app-context.tsx";
import { Page } from "./Page.tsx";
import { cssVariables, theme } from "./theme.ts";

/** The page and what it stands on: theme, state and engine. */
export function App({ app }: { app: MapAssay }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <AppProvider app={app}>
        <Page />
      </AppProvider>
    </MantineProvider>
  );
}
