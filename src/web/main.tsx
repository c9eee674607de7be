import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { texts } from "./texts.ts";
import "./style.css";

const root = document.getElementById("root");
if (!root) throw new Error("the page has no place for the workbench");

/** Answers change only when the case is analysed again, and then `RunNote` has them asked anew. */
const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false },
  },
});

document.documentElement.lang = texts.language;

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
