import "react";

declare module "react" {
  interface CSSProperties {
    "--side"?: string;
    "--share"?: string;
  }
}
